// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of services that spell ExtraInfo otherwise, or hold something else.
#include "cli/cliworld.h"
#include "registry/registryproxy.h"
#include "registry/respelling.h"
#include "testclass.h"
#include "json/jsonmeaning.h"

#include <QJsonArray>
#include <QTest>

#include <cstdio>

namespace tst_respelledanswers {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using Do = RegistryProxy::Do;

class tst_RespelledAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanupTestCase();
    void verdicts_data();
    void verdicts();
    void othersAreHeardOfWhenTheyChangedSomething_data();
    void othersAreHeardOfWhenTheyChangedSomething();
    void whatOthersDidMeanwhileIsToldWithoutSpellings();
    void aChangedLabelIsPostedAlone_data();
    void aChangedLabelIsPostedAlone();

private:
    Told run(const QStringList &arguments)
    {
        auto process = m_world->start(arguments);
        process->closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000))
            process->kill();
        return m_world->take(*process);
    }
    QString newestEntry()
    {
        const QJsonArray all =
            run({u"history"_s, u"--limit"_s, u"1"_s}).json()["Entries"_L1].toArray();
        return all.first()["Id"_L1].toString();
    }
    void respell() const
    {
        m_registry->rewrite = [](const ReceivedRequest &, const QByteArray &body) {
            return respelled(body, Respelling::Order | Respelling::Escapes | Respelling::Numbers);
        };
    }
    QString create()
    {
        return m_registry->create({.name = u"bert"_s,
                                   .extraInfo = JsonText(R"({"first":1.50,"second":"\u0041"})"),
                                   .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}});
    }

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<CliWorld> m_world;
    QByteArray m_table; //!< By row: create, update, revert, as exit codes.
};

void tst_RespelledAnswers::init()
{
    m_world = std::make_unique<CliWorld>();
    m_registry = std::make_unique<RegistryProxy>();
    QProcessEnvironment &environment = m_world->environment;
    environment.insert(u"MODELSCRIBE_ENDPOINT"_s, m_registry->endpoint().toString());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s,
                       QString::fromLatin1(RegistryProxy::key().id));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s,
                       QString::fromLatin1(RegistryProxy::key().secret));
}

void tst_RespelledAnswers::cleanupTestCase()
{
    std::printf("%-37s| create | update | revert (exit)\n%s", "the registry's answer",
                m_table.constData());
    std::fflush(stdout);
}

void tst_RespelledAnswers::verdicts_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(spellingCases().size()); ++i)
        QTest::newRow(spellingCases()[size_t(i)].name) << i;
}

void tst_RespelledAnswers::verdicts()
{
    QFETCH(int, number);
    const SpellingCase &one = spellingCases()[size_t(number)];
    const QString id = create();
    m_registry->rewrite = [&one](const ReceivedRequest &request, const QByteArray &body) {
        return request.verb == "GET" ? one.answers(body) : body;
    };
    const QString file = m_world->file(u"extra.json"_s, one.sent);
    const int created =
        run({u"create"_s, u"--set"_s, u"ModelName=new"_s, u"--extra-info"_s, file}).code;
    const int updated = run({u"update"_s, id, u"--extra-info"_s, file}).code;
    const int back = run({u"history"_s, u"--revert"_s, newestEntry()}).code;
    m_table += QByteArray(one.name).leftJustified(37) + "| "
               + QByteArray::number(created).leftJustified(7) + "| "
               + QByteArray::number(updated).leftJustified(7) + "| " + QByteArray::number(back)
               + '\n';
    const bool isTaken = one.readBack == ReadBack::Taken;
    QCOMPARE(created, isTaken ? 0 : 8);
    QCOMPARE(updated, isTaken ? 0 : 8);
    if (isTaken)
        QVERIFY(sameJsonMeaning(m_registry->model(id).metadata.extraInfo.utf8(),
                                R"({"first":1.50,"second":"\u0041"})"));
    if (one.readBack != ReadBack::Unreadable)
        QCOMPARE(back, one.revertAsks ? 7 : 0);
}

void tst_RespelledAnswers::othersAreHeardOfWhenTheyChangedSomething_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<int>("code");
    QTest::newRow("spelled otherwise")
        << QByteArray("{ \"second\": \"A\",\n \"first\": 1.5 }") << 0;
    QTest::newRow("a number changed") << QByteArray(R"({"first":1.51,"second":"A"})") << 7;
    QTest::newRow("a member added") << QByteArray(R"({"first":1.5,"second":"A","x":1})") << 7;
}

//! Between its first reading and its check.
void tst_RespelledAnswers::othersAreHeardOfWhenTheyChangedSomething()
{
    QFETCH(QByteArray, theirs);
    QFETCH(int, code);
    const QString id = create();
    respell();
    int readings = 0;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && ++readings == 2) {
            const RegisteredModel held = m_registry->model(id);
            ModelMetadata changed = held.metadata;
            changed.extraInfo = JsonText(theirs);
            m_registry->update(held, changed);
        }
        return Do::Pass;
    };
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=asr"_s}).code, code);
    QCOMPARE(m_registry->model(id).metadata.task, code == 0 ? u"asr"_s : QString());
    QCOMPARE(m_registry->model(id).metadata.extraInfo.utf8(), theirs);
}

void tst_RespelledAnswers::whatOthersDidMeanwhileIsToldWithoutSpellings()
{
    const QString id = create();
    int readings = 0;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "GET" && ++readings == 3) { // the read-back
            const RegisteredModel held = m_registry->model(id);
            ModelMetadata changed = held.metadata;
            changed.domain = u"nlp"_s;
            changed.extraInfo = JsonText(R"({"second":"A","first":1.5})");
            m_registry->update(held, changed);
        }
        return Do::Pass;
    };
    const Told told = run({u"update"_s, id, u"--set"_s, u"Task=asr"_s});
    QCOMPARE(told.code, 0);
    const QJsonArray others = told.json()["ChangedMeanwhile"_L1].toArray();
    QCOMPARE(others.size(), 1);
    QCOMPARE(others.first()["Field"_L1].toString(), u"Domain"_s);
}

void tst_RespelledAnswers::aChangedLabelIsPostedAlone_data()
{
    QTest::addColumn<bool>("overwrites");
    QTest::addColumn<QByteArrayList>("verbs");
    QTest::newRow("a registry that overwrites")
        << true << QByteArrayList{"GET", "GET", "POST", "GET"};
    QTest::newRow("a registry that does not")
        << false << QByteArrayList{"GET", "GET", "POST", "GET", "DELETE", "POST", "GET"};
}

void tst_RespelledAnswers::aChangedLabelIsPostedAlone()
{
    QFETCH(bool, overwrites);
    QFETCH(QByteArrayList, verbs);
    const QString id = create();
    respell();
    if (!overwrites)
        m_registry->decide = [this](const ReceivedRequest &request) {
            return m_registry->keepOldLabels(request);
        };
    const Told told = run({u"update"_s, id, u"--label"_s, u"team=b"_s});
    QCOMPARE(told.code, 0);
    QByteArrayList sent;
    for (const ReceivedRequest &request : m_registry->listener().requests())
        sent.append(request.verb);
    QCOMPARE(sent, verbs);
    const auto labels = m_registry->model(id).metadata.labels;
    QVERIFY(labels.contains({u"team"_s, u"b"_s}) && labels.contains({u"old"_s, u"1"_s}));
    QCOMPARE(labels.size(), 2);
    // The first GET is not one of the plan's.
    QCOMPARE(told.json()["Requests"_L1].toArray().size(), verbs.size() - 1);
    const Told noted = run({u"history"_s, u"--export"_s, u"--limit"_s, u"1"_s});
    const QJsonObject entry = QJsonDocument::fromJson(noted.out).array().first().toObject();
    QCOMPARE(entry["Requests"_L1].toArray().size(), verbs.size() - 1);
    QCOMPARE(entry["Outcome"_L1].toString(), u"saved"_s);
}

MODELSCRIBE_TEST(tst_RespelledAnswers)

} // namespace tst_respelledanswers

#include "tst_respelledanswers.moc"
