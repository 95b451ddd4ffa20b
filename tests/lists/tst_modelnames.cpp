// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelnames.h"

#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_modelnames {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_ModelNames : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void whatFitsBestComesFirst();
    void theTablesQueryDoesNotMatter();
    void idsAreFoundFromTheirBeginning();
    void onlyTheNewestQuestionIsAnswered();
    void anAnswerFollowsTheModels();
    void anotherCatalogBeginsAnew();
    void manyAreLookedAtInTurns();

private:
    QStringList ask(const QString &typed);

    std::unique_ptr<OfflineCatalog> m_world;
    std::unique_ptr<ModelTableModel> m_models;
    std::unique_ptr<ModelNames> m_names;
};

void tst_ModelNames::init()
{
    m_names.reset();
    m_models = std::make_unique<ModelTableModel>();
    m_world = std::make_unique<OfflineCatalog>();
    m_world->catalog.upsert({modelOf(u"model-news"_s, {.name = u"zh-bert-news"_s}),
                             modelOf(u"model-bert"_s, {.name = u"BERT"_s}),
                             modelOf(u"model-qwen"_s, {.name = u"Qwen ７Ｂ 对话"_s}),
                             modelOf(u"model-base"_s, {.name = u"bert-base"_s})});
    m_models->setCatalog(&m_world->catalog);
    m_names = std::make_unique<ModelNames>(*m_models);
}

QStringList tst_ModelNames::ask(const QString &typed)
{
    QSignalSpy found(m_names.get(), &ModelNames::found);
    m_names->find(typed);
    return found.wait() ? m_names->ids() : QStringList{u"no answer"_s};
}

void tst_ModelNames::whatFitsBestComesFirst()
{
    QCOMPARE(ask(u"Bert"_s), QStringList({u"model-bert"_s, u"model-base"_s, u"model-news"_s}));
    QCOMPARE(m_names->count(), 3);
    QCOMPARE(ask(u"7b 对"_s), QStringList{u"model-qwen"_s});
    QCOMPARE(ask(u"nothing like it"_s), QStringList());
    QCOMPARE(m_names->count(), 0);
}

void tst_ModelNames::theTablesQueryDoesNotMatter()
{
    m_models->setQuery(parseQuery(u"qwen"_s).query);
    QCOMPARE(m_models->rowCount(), 1);
    QCOMPARE(ask(u"bert"_s).size(), 3);
}

void tst_ModelNames::idsAreFoundFromTheirBeginning()
{
    QCOMPARE(ask(u"model-"_s), QStringList());
    QCOMPARE(ask(u"model-qw"_s), QStringList{u"model-qwen"_s});
}

void tst_ModelNames::onlyTheNewestQuestionIsAnswered()
{
    QSignalSpy found(m_names.get(), &ModelNames::found);
    m_names->find(u"bert"_s);
    m_names->find(u"qwen"_s);
    QVERIFY(found.wait());
    QTest::qWait(20);
    QCOMPARE(found.size(), 1);
    QCOMPARE(m_names->ids(), QStringList{u"model-qwen"_s});
}

void tst_ModelNames::anAnswerFollowsTheModels()
{
    QCOMPARE(ask(u"bert-new"_s), QStringList{u"model-news"_s});
    QSignalSpy found(m_names.get(), &ModelNames::found);
    m_world->catalog.upsert({modelOf(u"model-base"_s, {.name = u"bert-newest"_s}),
                             modelOf(u"model-more"_s, {.name = u"bert-newer-than-new"_s})});
    m_world->catalog.remove(u"model-news"_s);
    QVERIFY(found.wait());
    QCOMPARE(m_names->ids(), QStringList({u"model-base"_s, u"model-more"_s}));
    // Not while nobody asks.
    m_names->rest();
    found.clear();
    m_world->catalog.upsert(modelOf(u"model-late"_s, {.name = u"bert-new"_s}));
    QVERIFY(!found.wait(500));
}

void tst_ModelNames::anotherCatalogBeginsAnew()
{
    m_names->find(u"bert"_s);
    QSignalSpy found(m_names.get(), &ModelNames::found);
    Catalog other;
    other.upsert(modelOf(u"other"_s, {.name = u"bert"_s}));
    m_models->setCatalog(&other);
    QVERIFY(found.wait());
    QCOMPARE(m_names->ids(), QStringList{u"other"_s});
    m_models->setCatalog(nullptr);
    QCOMPARE(ask(u"bert"_s), QStringList());
}

void tst_ModelNames::manyAreLookedAtInTurns()
{
    QList<RegisteredModel> many;
    for (int i = 0; i < 20'000; ++i)
        many.append(modelOf(u"id-%1"_s.arg(i), {.name = u"a model with number %1"_s.arg(i)}));
    m_world->catalog.upsert(many);
    QCOMPARE(ask(u"number"_s).size(), ModelNames::most);
    QCOMPARE(m_names->count(), 20'000);
    QCOMPARE(ask(u"number 19999"_s).first(), u"id-19999"_s);
    QCOMPARE(ask(u"amwn19999"_s).first(), u"id-19999"_s);
}

MODELSCRIBE_TEST(tst_ModelNames)

} // namespace tst_modelnames

#include "tst_modelnames.moc"
