// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "testclass.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

namespace tst_samples {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

class tst_Samples : public QObject
{
    Q_OBJECT

private slots:
    void fillsInTheFirstOnes();
    void fillsInAllOfTheFile();
    void repeatsThemUnderOtherNames();
    void someBelongToProviders();
    void fillsOnlyANewDatabase();
    void whatAPersonMadeOutweighsThem();
    void pagesOfALargeRegistryAreQuick();
};

namespace {

QJsonArray sampleModels(const QString &list = u"Models"_s)
{
    QFile file(testing::sourcePath(u"resources/samples/models.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[list].toArray();
}

} // namespace

void tst_Samples::fillsInTheFirstOnes()
{
    const Registry registry({.samples = 3});
    const Reply reply = registry.listModels();
    QCOMPARE(reply.at("TotalCount"_L1).toInt(), 3);
    const QJsonArray samples = sampleModels();
    for (int i = 0; i < 3; ++i) {
        const QString id = u"model-sample%1"_s.arg(i + 1, 10, 10, QLatin1Char('0'));
        QCOMPARE(registry.getModel(id).at("ModelName"_L1), samples[i]["ModelName"_L1]);
    }
}

void tst_Samples::fillsInAllOfTheFile()
{
    const Registry registry({.samples = 60});
    const QJsonArray samples = sampleModels();
    QCOMPARE(samples.size(), 60);
    for (int i = 0; i < samples.size(); ++i) {
        const QJsonObject sample = samples[i].toObject();
        const QString id = u"model-sample%1"_s.arg(i + 1, 10, 10, QLatin1Char('0'));
        const QJsonObject model = registry.getModel(id).json();
        for (auto member = sample.begin(); member != sample.end(); ++member) {
            const QString key = member.key();
            if (key.endsWith("AgeMinutes"_L1) || member->toString(u"x"_s).isEmpty())
                continue;
            if (key == "Versions"_L1) {
                QCOMPARE(model["LatestVersion"_L1]["VersionName"_L1],
                         member->toArray().last()["VersionName"_L1]);
                continue;
            }
            QVERIFY2(model[key] == *member, qPrintable(id + u' ' + key));
        }
        QVERIFY(model["GmtCreateTime"_L1].toString() <= model["GmtModifiedTime"_L1].toString());
    }
}

void tst_Samples::repeatsThemUnderOtherNames()
{
    const Registry registry({.samples = 125});
    const QString name = sampleModels()[0]["ModelName"_L1].toString();
    for (const QString &expected : {name, name + u"-2"_s, name + u"-3"_s}) {
        const Reply reply = registry.listModels({{u"ModelName"_s, u"\"%1\""_s.arg(expected)}});
        QCOMPARE(reply.at("TotalCount"_L1).toInt(), 1);
    }
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 125);
}

void tst_Samples::someBelongToProviders()
{
    const Registry none({.samples = 0});
    QCOMPARE(none.listModels({{u"Provider"_s, u"pai"_s}}).at("TotalCount"_L1).toInt(), 0);
    const Registry registry({.samples = 2});
    const QJsonArray samples = sampleModels(u"PublicModels"_s);
    QHash<QString, QStringList> expected;
    for (const QJsonValue &sample : samples)
        expected[sample["Provider"_L1].toString()].append(sample["ModelName"_L1].toString());
    QCOMPARE(expected.size(), 2);
    QCOMPARE(expected.value({}).size(), 0);
    for (const auto &[provider, names] : expected.asKeyValueRange()) {
        const Reply reply = registry.listModels({{u"Provider"_s, provider}});
        QStringList listed;
        for (const QJsonValue &model : reply.at("Models"_L1).toArray()) {
            QCOMPARE(model["Provider"_L1].toString(), provider);
            listed.prepend(model["ModelName"_L1].toString());
        }
        std::ranges::sort(listed);
        QStringList sorted = names;
        std::ranges::sort(sorted);
        QCOMPARE(listed, sorted);
        QCOMPARE(reply.at("TotalCount"_L1).toInt(), names.size());
    }
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 2);
    QCOMPARE(registry.listModels({{u"Provider"_s, QString()}}).at("TotalCount"_L1).toInt(), 2);
    QCOMPARE(registry.listModels({{u"Provider"_s, u"nobody"_s}}).at("TotalCount"_L1).toInt(), 0);
}

void tst_Samples::fillsOnlyANewDatabase()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.sqlite"_s);
    for (const int samples : {2, 60}) {
        const Registry registry({.database = file, .samples = samples});
        QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 2);
    }
}

void tst_Samples::whatAPersonMadeOutweighsThem()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.sqlite"_s);
    const auto isOfSamples = [&file] {
        Registry registry({.database = file, .samples = 2});
        return registry.registry().holdsSamples();
    };
    QVERIFY(isOfSamples());
    for (const bool isOutweighed : {false, true}) {
        {
            const Registry registry({.database = file});
            const QByteArray name = isOutweighed ? "second" : "first";
            QVERIFY(!registry.newModel("{\"ModelName\":\"" + name + "\"}").isEmpty());
        }
        QCOMPARE(isOfSamples(), !isOutweighed);
    }
    Registry empty({.samples = 0});
    QVERIFY(!empty.registry().holdsSamples());
}

void tst_Samples::pagesOfALargeRegistryAreQuick()
{
    const Registry registry({.samples = 10'000});
    QVERIFY(registry.started());
    const acs3::Query query{{u"WorkspaceId"_s, u"1"_s},
                            {u"SortBy"_s, u"GmtModifiedTime"_s},
                            {u"Order"_s, u"DESC"_s},
                            {u"PageSize"_s, u"50"_s},
                            {u"PageNumber"_s, u"100"_s}};
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i)
        QCOMPARE(registry.listModels(query).at("Models"_L1).toArray().size(), 50);
    // A few milliseconds when nobody else uses the machine; a table scan for each label is 100.
    QVERIFY2(timer.elapsed() / rounds < 60, qPrintable(QString::number(timer.elapsed() / rounds)));
}

MODELSCRIBE_TEST(tst_Samples)

} // namespace tst_samples

#include "tst_samples.moc"
