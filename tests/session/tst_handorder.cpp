// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handorder.h"

#include "registry/registryproxy.h"
#include "store/batchstore.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_handorder {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Numbers = QHash<QString, QString>;

class tst_HandOrder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isOneDraftThatGivesEachItsNumber();
    void comesBackAfterAKill();
    void withoutNumbersThereIsNoDraft();
    void whatIsDiscardedElsewhereIsGone();
    void otherDraftsAreNone();

private:
    //! A window, as if the one before had ended.
    void begin()
    {
        cleanup();
        m_store = std::make_unique<BatchStore>(m_folder->filePath(u"batches.db"_s));
        m_connection = std::make_unique<Connection>(
            ConnectionSettings{.target = {.title = u"test"_s,
                                          .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s),
                                          .registryKey = u"r"_s},
                               .credentials = RegistryProxy::credentials()},
            quickOptions());
        m_catalog = std::make_unique<Catalog>();
        m_keeper = std::make_unique<BatchKeeper>();
        m_keeper->keepIn(m_store.get());
        m_order = std::make_unique<HandOrder>(*m_keeper);
        QSignalSpy restored(m_keeper.get(), &BatchKeeper::restored);
        m_keeper->use(m_connection.get(), m_catalog.get());
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 20'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BatchStore> m_store;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<BatchKeeper> m_keeper;
    std::unique_ptr<HandOrder> m_order;
};

void tst_HandOrder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
}

void tst_HandOrder::cleanup()
{
    m_order.reset();
    m_keeper.reset();
    m_store.reset();
}

void tst_HandOrder::isOneDraftThatGivesEachItsNumber()
{
    QSignalSpy changed(m_order.get(), &HandOrder::changed);
    m_order->setNumbers({{u"a"_s, u"12"_s}, {u"b"_s, u"-3"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_keeper->drafts(), QList{m_order->session()});
    m_order->setNumbers({{u"a"_s, u"12"_s}, {u"b"_s, u"-3"_s}, {u"c"_s, u"5"_s}});
    QCOMPARE(m_keeper->drafts().size(), 1);
    QCOMPARE(changed.size(), 2);
    const BatchSession &session = *m_order->session();
    QCOMPARE(session.modelIds(), QStringList({u"b"_s, u"c"_s, u"a"_s}));
    for (qsizetype place = 0; place < 3; ++place) {
        const auto own = session.ownEdits().at(place);
        QVERIFY(own && own->edit.check());
        const auto applied = own->edit.applied({.task = u"t"_s}, place);
        QVERIFY(applied);
        QCOMPARE(
            *applied,
            ModelMetadata({.task = u"t"_s,
                           .orderNumber = m_order->numbers().value(session.modelIds()[place])}));
    }
}

void tst_HandOrder::comesBackAfterAKill()
{
    const Numbers numbers{{u"a"_s, u"12"_s}, {u"b"_s, u"-3"_s}};
    m_order->setNumbers(numbers);
    const auto kept = m_keeper->keepAll();
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), 20'000);
    begin();
    QCOMPARE(m_order->numbers(), numbers);
    QCOMPARE(m_keeper->drafts(), QList{m_order->session()});
}

void tst_HandOrder::withoutNumbersThereIsNoDraft()
{
    m_order->setNumbers({});
    m_order->setNumbers({{u"a"_s, u"12"_s}});
    m_order->setNumbers({});
    QVERIFY(!m_order->session());
    QVERIFY(m_keeper->drafts().isEmpty());
    m_order->setNumbers({{u"b"_s, u"1"_s}}); // and again
    QCOMPARE(m_order->session()->modelIds(), QStringList{u"b"_s});
}

void tst_HandOrder::whatIsDiscardedElsewhereIsGone()
{
    m_order->setNumbers({{u"a"_s, u"12"_s}});
    QSignalSpy changed(m_order.get(), &HandOrder::changed);
    m_keeper->drop(m_order->session());
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_order->numbers().isEmpty());
}

void tst_HandOrder::otherDraftsAreNone()
{
    BatchEdit edit;
    edit.fields.insert(u"OrderNumber"_s, {.kind = FieldVerb::Kind::Number});
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(edit);
    QVERIFY(!HandOrder::isOrder(*session));
    QVERIFY(!m_order->session());
    m_order->setNumbers({{u"a"_s, u"12"_s}});
    QVERIFY(m_order->session() != session);
    QCOMPARE(m_keeper->drafts().size(), 2);
}

MODELSCRIBE_TEST(tst_HandOrder)

} // namespace tst_handorder

#include "tst_handorder.moc"
