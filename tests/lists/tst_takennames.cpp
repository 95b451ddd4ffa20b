// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/takennames.h"

#include "registry/batchreview.h"
#include "registry/catalog.h"
#include "registry/registryproxy.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_takennames {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_TakenNames : public QObject
{
    Q_OBJECT

private slots:
    void findsNamesOfOthers_data();
    void findsNamesOfOthers();
};

void tst_TakenNames::findsNamesOfOthers_data()
{
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QStringList>("renamed");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QSet<qsizetype>>("taken");
    using Places = QSet<qsizetype>;
    QTest::newRow("none") << QStringList{u"x"_s} << QStringList{u"a1"_s, u"a2"_s} << u"a"_s
                          << u"b"_s << Places{};
    QTest::newRow("of a model that is not in it")
        << QStringList{u"b1"_s} << QStringList{u"a1"_s, u"a2"_s} << u"a"_s << u"b"_s << Places{0};
    QTest::newRow("of each other") << QStringList{} << QStringList{u"a1"_s, u"1"_s, u"c"_s}
                                   << u"[a1]+"_s << u"n"_s << Places{0, 1};
    QTest::newRow("in other capitals is another name")
        << QStringList{u"B1"_s} << QStringList{u"a1"_s} << u"a"_s << u"b"_s << Places{};
    QTest::newRow("one that is not renamed has its name")
        << QStringList{} << QStringList{u"a"_s, u"b"_s} << u"a"_s << u"b"_s << Places{0};
    QTest::newRow("names that move on")
        << QStringList{} << QStringList{u"n1"_s, u"n11"_s} << u"$"_s << u"1"_s << Places{};
}

void tst_TakenNames::findsNamesOfOthers()
{
    QFETCH(const QStringList, others);
    QFETCH(const QStringList, renamed);
    QFETCH(const QString, pattern);
    QFETCH(const QString, with);
    RegistryProxy registry;
    Connection connection(
        {.target = {.endpoint = registry.endpoint()}, .credentials = RegistryProxy::credentials()},
        patientOptions());
    Catalog catalog;
    QList<RegisteredModel> known;
    for (const QString &name : others + renamed) {
        RegisteredModel model{.id = registry.create({.name = name})};
        model.metadata.name = name;
        catalog.upsert(model);
        if (renamed.contains(name))
            known.append(model);
    }
    BatchReview review(
        connection,
        BatchEdit{.fields = {{u"ModelName"_s,
                              {.kind = FieldVerb::Kind::Replace,
                               .replacement = {.query = {.pattern = pattern, .isExpression = true},
                                               .with = with}}}}},
        known);
    const QSignalSpy finished(&review, &BatchReview::finished);
    review.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QTEST(TakenNames(catalog, review).find(), "taken");
}

MODELSCRIBE_TEST(tst_TakenNames)

} // namespace tst_takennames

#include "tst_takennames.moc"
