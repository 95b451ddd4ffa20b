// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/serviceprobe.h"

#include "api/wiretest.h"
#include "connect/fakeservice.h"
#include "connect/probereport.h"
#include "connect/probewording.h"
#include "registry/registryproxy.h"
#include "testclass.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_serviceprobe {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clear = ServiceRules::Clear;
using Merge = ServiceRules::Merge;
using Take = Quirks::Take;
using Question = ProbeQuestion;

namespace {

ServiceProbeOptions hurried()
{
    ServiceProbeOptions options;
    options.client = quickOptions();
    options.cleanup.pauses = {5ms, 5ms, 5ms};
    return options;
}

//! Else each call fails in one of the ways, the way being another one for the next call.
bool everyCall() { return qEnvironmentVariableIsSet("MODELSCRIBE_CAMPAIGN"); }

constexpr int faultCount = 5;

QStringList answersOf(const ServiceProbe &probe)
{
    QStringList answers;
    for (const ProbeFinding &one : probe.findings())
        answers.append(QString::fromLatin1(one.answer));
    return answers;
}

} // namespace

class tst_ServiceProbe : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsWhatTheLocalRegistryDoes();
    void findsEachAnswer_data();
    void findsEachAnswer();
    void findsEverythingTurnedRound();
    void everythingSentWasAnnounced();
    void noteStandsBeforeTheModelIsMade();
    void failsAtEveryCall_data();
    void failsAtEveryCall();
    void cancelledAtEveryCall();
    void sendsNoMoreWithoutTheWorkspace();
    void aTextThatCannotBeClearedIsNotSentEmpty();
    void whatCannotBeDeletedIsRemembered();
    void versionsGoWithoutPatience();
    void aCodeForEverythingHidesNoModel();
    void aCodeThatWasNotTriedOnOtherThingsIsNotKept();
    void anEarlierCheckIsCleanedUpFirst();
    void nobodyDeletesWhatACheckStillUses();
    void notesThatCannotBeReadAreToldOf();
    void keepsToTheChosenLimits();
    void nothingIsMadeWithoutANote();
    void reportsHoldNothingOfAPerson_data();
    void reportsHoldNothingOfAPerson();
    void everyAnswerHasWords();

private:
    ConnectionSettings settings(const FakeService &service) const
    {
        return {.target = {.title = u"TitleOfSomebody"_s,
                           .endpoint = *Endpoint::fromText(service.address()),
                           .workspaceId = u"4711000815"_s},
                .credentials = canarySource()};
    }
    QString notesFile() const { return m_folder->filePath(u"probes.json"_s); }
    QList<ProbeNote> notes(const FakeService &service) const
    {
        return *ProbeNotes(notesFile()).list(registryKeyOf(settings(service).target));
    }
    void run(ServiceProbe &probe, int timeout = 20'000)
    {
        QSignalSpy finished(&probe, &ServiceProbe::finished);
        probe.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, timeout);
        QCOMPARE(probe.stage(), ServiceProbe::Stage::Over);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ServiceProbe::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void tst_ServiceProbe::findsWhatTheLocalRegistryDoes()
{
    RegistryProxy registry(130);
    const auto workspaces = registry.ask(operations::listWorkspaces());
    const QString workspace = workspaces->workspaces.first().id;
    const auto before = registry.ask(operations::listModels({.workspaceId = workspace}));
    ServiceProbe probe({.target = {.endpoint = registry.direct(), .workspaceId = workspace},
                        .credentials = RegistryProxy::credentials()},
                       notesFile(), hurried());
    run(probe);
    QVERIFY(!probe.error());
    const QStringList expected{
        u"answered"_s,    u"known"_s,    u"limit"_s,   u"milliseconds"_s, u"labels"_s,  u"kept"_s,
        u"cleared"_s,     u"ignored"_s,  u"ignored"_s, u"replaced"_s,     u"cleared"_s, u"same"_s,
        u"overwritten"_s, u"allowed"_s,  u"exact"_s,   u"characters"_s,   u"refused"_s, u"sorted"_s,
        u"allowed"_s,     u"together"_s, QString()};
    QCOMPARE(answersOf(probe), expected);
    ServiceRules rules;
    rules.largestPage = 100;
    rules.sortsByModified = true;
    rules.namesAreUnique = false;
    QCOMPARE(probe.facts().rules, rules);
    const auto after = registry.ask(operations::listModels({.workspaceId = workspace}));
    QCOMPARE(after->totalCount, before->totalCount);
    QVERIFY(registry.modelsNamed(probe.modelName()).isEmpty());
}

void tst_ServiceProbe::findsEachAnswer_data()
{
    QTest::addColumn<int>("question");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<std::shared_ptr<Quirks>>("quirks");
    QTest::addColumn<std::shared_ptr<ServiceRules>>("rules");
    const auto add = [](Question question, const QByteArray &answer,
                        const std::function<void(Quirks &)> &turn,
                        const std::function<void(ServiceRules &)> &expect) {
        auto quirks = std::make_shared<Quirks>();
        turn(*quirks);
        auto rules = std::make_shared<ServiceRules>();
        rules->largestPage = 50;
        rules->sortsByModified = true;
        rules->namesAreUnique = false;
        expect(*rules);
        QTest::addRow("%s %s", qPrintable(probewording::title(question)), answer.constData())
            << int(question) << answer << quirks << rules;
    };
    const auto same = [](ServiceRules &) {};
    add(
        Question::Permissions, "answered", [](Quirks &) {}, same);
    add(
        Question::Permissions, "refused", [](Quirks &q) { q.tellsPermissions = false; }, same);
    add(
        Question::Gone, "known", [](Quirks &) {}, same);
    add(
        Question::Gone, "otherCode",
        [](Quirks &q) {
            q.goneStatus = 400;
            q.goneCode = "201900777";
        },
        [](ServiceRules &r) { r.goneCode = u"201900777"_s; });
    add(
        Question::PageSize, "cut", [](Quirks &) {}, same);
    add(
        Question::PageSize, "limit", [](Quirks &q) { q.refusesLargerPages = true; }, same);
    add(
        Question::PageSize, "tooFew", [](Quirks &q) { q.largestPage = 1000; },
        [](ServiceRules &r) { r.largestPage = 0; });
    add(
        Question::Times, "milliseconds", [](Quirks &) {}, same);
    add(
        Question::Times, "seconds", [](Quirks &q) { q.hasMilliseconds = false; }, same);
    add(
        Question::Labels, "labels", [](Quirks &) {}, same);
    add(
        Question::Labels, "tags", [](Quirks &q) { q.hasTagsOnly = true; }, same);
    add(
        Question::Omitted, "kept", [](Quirks &) {}, same);
    add(
        Question::Omitted, "cleared", [](Quirks &q) { q.omittedStay = false; },
        [](ServiceRules &r) {
            r.omittedStay = false;
            r.clearNumber = Clear::ByNull; // as good as left out
        });
    add(
        Question::EmptyText, "cleared", [](Quirks &) {}, same);
    for (const Take take : {Take::Ignores, Take::Refuses}) {
        const QByteArray name = take == Take::Ignores ? "ignored" : "refused";
        add(
            Question::EmptyText, name, [take](Quirks &q) { q.emptyText = take; },
            [](ServiceRules &r) { r.clearText = Clear::Impossible; });
        add(
            Question::NullText, name, [take](Quirks &q) { q.nullText = take; }, same);
        add(
            Question::NullNumber, name, [take](Quirks &q) { q.nullNumber = take; }, same);
        add(
            Question::EmptyExtraInfo, name, [take](Quirks &q) { q.emptyObject = take; },
            [](ServiceRules &r) { r.emptiesExtraInfo = false; });
    }
    add(
        Question::NullText, "cleared",
        [](Quirks &q) {
            q.emptyText = Take::Ignores;
            q.nullText = Take::Clears;
        },
        [](ServiceRules &r) { r.clearText = Clear::ByNull; });
    add(
        Question::NullNumber, "cleared", [](Quirks &q) { q.nullNumber = Take::Clears; },
        [](ServiceRules &r) { r.clearNumber = Clear::ByNull; });
    add(
        Question::ExtraInfo, "replaced", [](Quirks &) {}, same);
    for (const bool removes : {false, true}) {
        for (const Merge merge : {Merge::Members, Merge::Deep}) {
            const QByteArray name = merge == Merge::Deep ? "mergedDeep" : "merged";
            add(
                Question::ExtraInfo, name + (removes ? "Null" : ""),
                [=](Quirks &q) {
                    q.merge = merge;
                    q.nullRemoves = removes;
                },
                [=](ServiceRules &r) {
                    r.extraInfo = merge;
                    r.nullRemoves = removes;
                    r.emptiesExtraInfo = false;
                });
        }
    }
    add(
        Question::EmptyExtraInfo, "cleared", [](Quirks &) {}, same);
    add(
        Question::Spelling, "same", [](Quirks &) {}, same);
    add(
        Question::Spelling, "respelled", [](Quirks &q) { q.respells = true; }, same);
    add(
        Question::LabelPost, "overwritten", [](Quirks &) {}, same);
    const auto keepsOld = [](ServiceRules &r) { r.labelPost = LabelPost::KeepsOld; };
    add(
        Question::LabelPost, "kept", [](Quirks &q) { q.post = Quirks::Post::Keeps; }, keepsOld);
    add(
        Question::LabelPost, "added", [](Quirks &q) { q.post = Quirks::Post::Adds; }, keepsOld);
    add(
        Question::LabelPost, "refused", [](Quirks &q) { q.post = Quirks::Post::Refuses; },
        keepsOld);
    add(
        Question::SameName, "allowed", [](Quirks &) {}, same);
    add(
        Question::SameName, "refused", [](Quirks &q) { q.namesAreUnique = true; },
        [](ServiceRules &r) { r.namesAreUnique = true; });
    add(
        Question::SameName, "", // of whatever else
        [](Quirks &q) {
            q.namesAreUnique = true;
            q.sameNameStatus = 400;
        },
        [](ServiceRules &r) { r.namesAreUnique.reset(); });
    add(
        Question::ExactName, "exact", [](Quirks &) {}, same);
    add(
        Question::ExactName, "part", [](Quirks &q) { q.quoted = Quirks::Quoted::Ignored; }, same);
    add(
        Question::ExactName, "literal", [](Quirks &q) { q.quoted = Quirks::Quoted::Literal; },
        [](ServiceRules &r) { r.findsQuotedNames = false; });
    add(
        Question::NameLength, "characters", [](Quirks &) {}, same);
    add(
        Question::NameLength, "bytes", [](Quirks &q) { q.countsNameInBytes = true; },
        [](ServiceRules &r) { r.countsNameInBytes = true; });
    add(
        Question::NameLength, "", [](Quirks &q) { q.takesOtherLetters = false; }, same);
    add(
        Question::BadValue, "refused", [](Quirks &) {}, same);
    add(
        Question::BadValue, "taken", [](Quirks &q) { q.checksValues = false; }, same);
    add(
        Question::Sorting, "sorted", [](Quirks &) {}, same);
    const auto unsorted = [](ServiceRules &r) { r.sortsByModified = false; };
    add(
        Question::Sorting, "unsorted", [](Quirks &q) { q.sort = Quirks::Sort::ByCreation; },
        unsorted);
    add(
        Question::Sorting, "refused", [](Quirks &q) { q.sort = Quirks::Sort::Refuses; }, unsorted);
    add(
        Question::Publish, "allowed", [](Quirks &) {}, same);
    add(
        Question::Publish, "unneeded", [](Quirks &q) { q.listsPublish = false; },
        [](ServiceRules &r) { r.publishNeedsPermission = false; });
    add(
        Question::Publish, "forbidden", [](Quirks &q) { q.mayPublish = false; }, same);
    add(
        Question::Versions, "together", [](Quirks &) {}, same);
    add(
        Question::Versions, "refused", [](Quirks &q) { q.versionsGoAlong = false; }, same);
    add(
        Question::RetryAfter, "seconds", [](Quirks &q) { q.vendorRetryAfter = "1"; },
        [](ServiceRules &r) { r.retryAfterInSeconds = true; });
    add(
        Question::RetryAfter, "milliseconds", [](Quirks &q) { q.vendorRetryAfter = "1000"; }, same);
}

void tst_ServiceProbe::findsEachAnswer()
{
    QFETCH(int, question);
    QFETCH(QByteArray, answer);
    QFETCH(std::shared_ptr<Quirks>, quirks);
    QFETCH(std::shared_ptr<ServiceRules>, rules);
    FakeService service(*quirks);
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QCOMPARE(probe.finding(Question(question)).answer, answer);
    QCOMPARE(rulesToJson(probe.facts().rules), rulesToJson(*rules));
    QCOMPARE(service.left(), QStringList());
    QVERIFY(notes(service).isEmpty());
}

void tst_ServiceProbe::findsEverythingTurnedRound()
{
    const Quirks quirks{.omittedStay = false,
                        .emptyText = Take::Refuses,
                        .nullText = Take::Clears,
                        .nullNumber = Take::Clears,
                        .emptyObject = Take::Ignores,
                        .merge = Merge::Deep,
                        .nullRemoves = true,
                        .respells = true,
                        .post = Quirks::Post::Keeps,
                        .largestPage = 20,
                        .refusesLargerPages = true,
                        .sort = Quirks::Sort::ByCreation,
                        .quoted = Quirks::Quoted::Literal,
                        .namesAreUnique = true,
                        .countsNameInBytes = true,
                        .goneStatus = 400,
                        .goneCode = "201900777",
                        .checksValues = false,
                        .listsPublish = false,
                        .versionsGoAlong = false,
                        .hasMilliseconds = false,
                        .hasTagsOnly = true,
                        .vendorRetryAfter = "1"};
    FakeService service(quirks);
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    const ServiceRules rules{.omittedStay = false,
                             .clearText = Clear::ByNull,
                             .clearNumber = Clear::ByNull,
                             .emptiesExtraInfo = false,
                             .extraInfo = Merge::Deep,
                             .nullRemoves = true,
                             .labelPost = LabelPost::KeepsOld,
                             .largestPage = 20,
                             .sortsByModified = false,
                             .findsQuotedNames = false,
                             .namesAreUnique = true,
                             .countsNameInBytes = true,
                             .publishNeedsPermission = false,
                             .retryAfterInSeconds = true,
                             .goneCode = u"201900777"_s};
    QCOMPARE(rulesToJson(probe.facts().rules), rulesToJson(rules));
    QCOMPARE(rulesFromJson(rulesToJson(rules)), rules);
    QCOMPARE(service.left(), QStringList());
}

void tst_ServiceProbe::everythingSentWasAnnounced()
{
    FakeService service({.versionsGoAlong = false});
    ServiceProbe probe(settings(service), notesFile(), hurried());
    const ProbeNote earlier{.registryKey = registryKeyOf(settings(service).target),
                            .workspaceId = u"4711000815"_s,
                            .name = randomProbeName(),
                            .began = QDateTime::currentDateTimeUtc().addSecs(-600),
                            .isOpen = true};
    QVERIFY(ProbeNotes(notesFile()).put(earlier));
    const auto names = wait(probe.leftEarlier());
    QCOMPARE(names, Result<QStringList>(QStringList{earlier.name}));
    const QStringList lines = probeCallLines(probe, *names);
    QCOMPARE(lines.filter(earlier.name).size(), 1);
    run(probe);
    QCOMPARE(service.left(), QStringList());
    for (const ReceivedRequest &request : service.requests()) {
        QString text = QString::fromLatin1(request.verb + ' ' + request.target);
        static const QRegularExpression made(u"/model-[12](?=$|/)"_s);
        text.replace(made, u"/"_s + probeModelId);
        text.replace("/versions/0.1.0"_L1, "/versions/"_L1 + probeVersionName);
        text.replace(earlier.name, probe.modelName()); // "the same"
        const bool isAnnounced = std::ranges::any_of(lines, [&](const QString &line) {
            return line.startsWith(text)
                   && (request.body.isEmpty() || line.contains(QString::fromUtf8(request.body)));
        });
        QVERIFY2(isAnnounced, qPrintable(text + u' ' + QString::fromUtf8(request.body)));
    }
}

void tst_ServiceProbe::noteStandsBeforeTheModelIsMade()
{
    FakeService service;
    ServiceProbe probe(settings(service), notesFile(), hurried());
    int created = 0;
    bool wasNoted = true;
    service.fault = [&](int, const ReceivedRequest &request) {
        if (request.verb == "POST" && request.target == "/api/v1/models") {
            ++created;
            const auto noted = notes(service);
            wasNoted = wasNoted && noted.size() == 1 && noted[0].name == probe.modelName()
                       && noted[0].isOpen && noted[0].modelIds.size() == created - 1;
        }
        return FakeService::Fault::None;
    };
    run(probe);
    QCOMPARE(created, 2);
    QVERIFY(wasNoted);
}

void tst_ServiceProbe::failsAtEveryCall_data()
{
    using Fault = FakeService::Fault;
    QTest::addColumn<FakeService::Fault>("fault");
    QTest::newRow("500") << Fault::Break;
    QTest::newRow("500, done") << Fault::BreakAfter;
    QTest::newRow("request lost") << Fault::LoseRequest;
    QTest::newRow("answer lost") << Fault::LoseAnswer;
    QTest::newRow("403") << Fault::Forbid;
}

//! One call fails each time, and all later ones too in every other turn.
void tst_ServiceProbe::failsAtEveryCall()
{
    QFETCH(FakeService::Fault, fault);
    FakeService whole;
    {
        ServiceProbe probe(settings(whole), notesFile(), hurried());
        run(probe);
    }
    const int calls = whole.requestCount();
    QVERIFY(calls > 35);
    for (int failing = everyCall() ? 0 : int(fault) - 1; failing < calls;
         failing += everyCall() ? 1 : faultCount) {
        FakeService service;
        int again = 0; // a read is repeated by the client: all of its tries fail
        QByteArray target;
        service.fault = [&](int number, const ReceivedRequest &request) {
            if (number == failing)
                target = request.verb + request.target;
            const bool fails = number >= failing && again < 3
                               && request.verb + request.target == target;
            again += fails;
            return fails && (number == failing || request.verb == "GET") ? fault
                                                                         : FakeService::Fault::None;
        };
        ServiceProbe probe(settings(service), notesFile(), hurried());
        run(probe);
        const auto noted = notes(service);
        const QByteArray what = QByteArray::number(failing) + ' ' + target;
        QVERIFY2(service.left().isEmpty() || noted.size() == 1, what.constData());
        QCOMPARE(probe.left().isEmpty(), noted.isEmpty());
        if (noted.isEmpty())
            continue;
        // The next start finds it.
        QCOMPARE(probe.left(), QStringList{probe.modelName()});
        service.fault = {};
        ServiceProbeOptions later = hurried();
        later.cleanup.now = [] { return QDateTime::currentDateTimeUtc().addSecs(600); };
        ServiceProbe next(settings(service), notesFile(), later);
        run(next);
        QVERIFY2(service.left().isEmpty(), what.constData());
        QVERIFY2(notes(service).isEmpty(), what.constData());
    }
}

void tst_ServiceProbe::cancelledAtEveryCall()
{
    FakeService whole;
    {
        ServiceProbe probe(settings(whole), notesFile(), hurried());
        run(probe);
    }
    for (int at = 0; at < whole.requestCount(); at += everyCall() ? 1 : 3) {
        FakeService service;
        ServiceProbe probe(settings(service), notesFile(), hurried());
        service.fault = [&](int number, const ReceivedRequest &) {
            if (number == at)
                QTimer::singleShot(0, &probe, [&probe] { probe.cancel(); });
            return FakeService::Fault::None;
        };
        run(probe);
        QVERIFY2(service.left().isEmpty(), QByteArray::number(at).constData());
        QVERIFY2(notes(service).isEmpty(), QByteArray::number(at).constData());
    }
}

void tst_ServiceProbe::whatCannotBeDeletedIsRemembered()
{
    FakeService service;
    service.fault = [](int, const ReceivedRequest &request) {
        return request.verb == "DELETE" ? FakeService::Fault::Forbid : FakeService::Fault::None;
    };
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QCOMPARE(service.left().size(), 2);
    QCOMPARE(probe.left(), QStringList{probe.modelName()});
    QVERIFY(probe.error());
    QVERIFY(probereport::markdown(probe).contains(probe.modelName()));
    QCOMPARE(notes(service).size(), 1);
    service.fault = {};
    Connection connection(settings(service), quickOptions());
    ProbeCleanup *cleanup = ProbeCleanup::startFor(connection, notesFile(), &connection,
                                                   hurried().cleanup);
    QSignalSpy finished(cleanup, &ProbeCleanup::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(cleanup->deletedCount(), 2);
    QCOMPARE(service.left(), QStringList());
    QVERIFY(notes(service).isEmpty());
    const int sent = service.requestCount();
    ProbeCleanup *next = ProbeCleanup::startFor(connection, notesFile(), &connection);
    QSignalSpy nothing(next, &ProbeCleanup::finished);
    QTRY_COMPARE(nothing.size(), 1);
    QCOMPARE(next->deletedCount(), 0);
    QVERIFY(!next->error());
    QCOMPARE(service.requestCount(), sent);
}

//! Of a command somebody waits for.
void tst_ServiceProbe::versionsGoWithoutPatience()
{
    FakeService service({.versionsGoAlong = false});
    service.fault = [](int, const ReceivedRequest &request) {
        return request.verb == "DELETE" ? FakeService::Fault::Forbid : FakeService::Fault::None;
    };
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QCOMPARE(service.left().size(), 2);
    service.fault = {};
    Connection connection(settings(service), quickOptions());
    ProbeCleanup *cleanup = ProbeCleanup::startFor(connection, notesFile(), &connection,
                                                   {.pauses = {0ms}});
    QSignalSpy finished(cleanup, &ProbeCleanup::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(cleanup->left(), QStringList());
    QCOMPARE(service.left(), QStringList());
}

void tst_ServiceProbe::sendsNoMoreWithoutTheWorkspace()
{
    FakeService service({.hasWorkspace = false});
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QCOMPARE(service.requestCount(), 1);
    QVERIFY(!probe.hasSettled());
    QCOMPARE(probe.error().value_or(Error()).kind, Error::Kind::NotFound);
    QVERIFY(notes(service).isEmpty());
}

//! "" does nothing, and null was not found out.
void tst_ServiceProbe::aTextThatCannotBeClearedIsNotSentEmpty()
{
    for (const Clear known : {Clear::ByEmpty, Clear::ByNull}) {
        FakeService service({.emptyText = Take::Ignores});
        service.fault = [](int, const ReceivedRequest &request) {
            return request.body.contains("\"ModelDescription\":null") ? FakeService::Fault::Forbid
                                                                      : FakeService::Fault::None;
        };
        ConnectionSettings where = settings(service);
        where.rules.clearText = known;
        ServiceProbe probe(where, notesFile(), hurried());
        run(probe);
        QCOMPARE(probe.finding(Question::EmptyText).answer, "ignored");
        QCOMPARE(probe.finding(Question::NullText).state, ProbeFinding::State::Unsettled);
        QCOMPARE(probe.facts().rules.clearText,
                 known == Clear::ByNull ? Clear::ByNull : Clear::Impossible);
    }
}

//! The code of an id that is not there may be that of each refusal.
void tst_ServiceProbe::aCodeForEverythingHidesNoModel()
{
    FakeService service({.goneStatus = 400,
                         .goneCode = "InvalidParameter",
                         .versionsGoAlong = false,
                         .versionsCode = "InvalidParameter"});
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QCOMPARE(probe.facts().rules.goneCode, QString());
    QCOMPARE(service.left(), QStringList());
    QVERIFY(notes(service).isEmpty());
    // Ended before it was tried on a bad value: only looking tells.
    FakeService early({.goneStatus = 400,
                       .goneCode = "InvalidParameter",
                       .versionsGoAlong = false,
                       .versionsCode = "InvalidParameter"});
    int deletions = 0;
    early.fault = [&](int, const ReceivedRequest &request) {
        const bool isFirst = request.verb == "DELETE" && ++deletions == 1;
        return isFirst || request.verb == "PUT" ? FakeService::Fault::Forbid
                                                : FakeService::Fault::None;
    };
    ServiceProbe second(settings(early), notesFile(), hurried());
    run(second);
    QCOMPARE(early.left(), QStringList());
    QVERIFY(notes(early).isEmpty());
}

void tst_ServiceProbe::aCodeThatWasNotTriedOnOtherThingsIsNotKept()
{
    for (const QString &known : {QString(), u"201900666"_s}) {
        FakeService service({.goneStatus = 400, .goneCode = "InvalidParameter"});
        ConnectionSettings where = settings(service);
        where.rules.goneCode = known;
        ServiceProbe probe(where, notesFile(), hurried());
        service.fault = [&](int number, const ReceivedRequest &) {
            if (number == 10)
                QTimer::singleShot(0, &probe, [&probe] { probe.cancel(); });
            return FakeService::Fault::None;
        };
        run(probe);
        QCOMPARE(probe.finding(Question::Gone).answer, "otherCode");
        QCOMPARE(probe.facts().rules.goneCode, known);
        QCOMPARE(service.left(), QStringList());
        QVERIFY(notes(service).isEmpty());
    }
}

void tst_ServiceProbe::anEarlierCheckIsCleanedUpFirst()
{
    FakeService service;
    QString name;
    {
        ServiceProbe killed(settings(service), notesFile(), hurried());
        name = killed.modelName();
        service.fault = [](int number, const ReceivedRequest &) {
            return number == 20 ? FakeService::Fault::Hold : FakeService::Fault::None;
        };
        killed.start();
        QTRY_COMPARE(service.requestCount(), 21);
    }
    QVERIFY(service.left().contains(name));
    service.fault = {};
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    QVERIFY(!probe.error());
    QCOMPARE(service.left(), QStringList());
    QVERIFY(notes(service).isEmpty());
}

void tst_ServiceProbe::nobodyDeletesWhatACheckStillUses()
{
    FakeService service;
    service.fault = [](int number, const ReceivedRequest &) {
        return number == 20 ? FakeService::Fault::Hold : FakeService::Fault::None;
    };
    ServiceProbe first(settings(service), notesFile(), hurried());
    first.start();
    QTRY_COMPARE(service.requestCount(), 21);
    ServiceProbe second(settings(service), notesFile(), hurried());
    run(second);
    QVERIFY(second.error());
    QCOMPARE(second.error()->code, u"probe-running"_s);
    QVERIFY(!service.left().isEmpty());
    Connection connection(settings(service), quickOptions());
    ProbeCleanup *other = ProbeCleanup::startFor(connection, notesFile(), &connection);
    QSignalSpy finished(other, &ProbeCleanup::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!other->error());
    QVERIFY(!service.left().isEmpty());
    first.cancel();
    QTRY_COMPARE(first.stage(), ServiceProbe::Stage::Over);
    QCOMPARE(service.left(), QStringList());
}

void tst_ServiceProbe::notesThatCannotBeReadAreToldOf()
{
    const auto fails = [this](const QString &file, const QString &code) {
        FakeService service;
        ServiceProbe probe(settings(service), file, hurried());
        run(probe);
        QVERIFY(probe.error());
        QCOMPARE(probe.error()->kind, Error::Kind::Storage);
        QCOMPARE(probe.error()->code, code);
        Connection connection(settings(service), quickOptions());
        ProbeCleanup *cleanup = ProbeCleanup::startFor(connection, file, &connection);
        QSignalSpy finished(cleanup, &ProbeCleanup::finished);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(cleanup->error() || code.isEmpty());
        QCOMPARE(service.requestCount(), 0);
    };
    QFile file(notesFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("{\"probes\":[{") > 0);
    file.close();
    fails(notesFile(), u"damaged"_s);
    // Where no folder can be made nobody else is checking.
    fails(notesFile() + u"/probes.json"_s, QString());
}

void tst_ServiceProbe::keepsToTheChosenLimits()
{
    const auto limits = [](double reads, double writes) {
        ClientOptions chosen = quickOptions();
        chosen.readsPerSecond = reads;
        chosen.writesPerSecond = writes;
        const Client client({}, {}, chosen);
        const ClientOptions options = ServiceProbeOptions::within(client).client;
        return std::pair(options.readsPerSecond, options.writesPerSecond);
    };
    QCOMPARE(limits(1, 2), std::pair(1.0, 2.0));
    QCOMPARE(limits(100, 2), std::pair(10.0, 2.0));
    QCOMPARE(limits(0, 0), std::pair(10.0, 5.0)); // no limit
}

void tst_ServiceProbe::nothingIsMadeWithoutANote()
{
    FakeService service;
    ServiceProbe probe(settings(service), notesFile(), hurried());
    service.fault = [this](int number, const ReceivedRequest &) {
        if (number == 2) // a folder stands where the notes are to be written
            QDir().mkpath(notesFile() + u"/x"_s);
        return FakeService::Fault::None;
    };
    run(probe);
    QCOMPARE(probe.error().value_or(Error()).kind, Error::Kind::Storage);
    const auto &sent = service.requests();
    QVERIFY(std::ranges::none_of(sent, [](const auto &one) { return one.verb == "POST"; }));
}

void tst_ServiceProbe::reportsHoldNothingOfAPerson_data()
{
    using Fault = FakeService::Fault;
    QTest::addColumn<FakeService::Fault>("fault");
    QTest::newRow("no fault") << Fault::None;
    QTest::newRow("a service that names names") << Fault::Blab;
    QTest::newRow("a connection that breaks") << Fault::LoseRequest;
}

void tst_ServiceProbe::reportsHoldNothingOfAPerson()
{
    QFETCH(FakeService::Fault, fault);
    FakeService service;
    service.fault = [fault](int, const ReceivedRequest &request) {
        const bool isMeant = request.verb == "PUT" || request.target.contains("GmtModifiedTime");
        return isMeant ? fault : FakeService::Fault::None;
    };
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    const QString markdown = probereport::markdown(probe);
    const QString json = QString::fromUtf8(QJsonDocument(probereport::json(probe)).toJson());
    QVERIFY(markdown.contains(u"PUT /api/v1/models/MODEL_ID"_s));
    if (fault == FakeService::Fault::None)
        QVERIFY(json.contains(u"\"Answer\": \"replaced\""_s));
    else
        QVERIFY(json.contains(u"\"State\": \"unsettled\""_s));
    const AccessKey key = canaryKey();
    const QStringList secrets{QString::fromLatin1(key.id),
                              QString::fromLatin1(key.secret),
                              u"4711000815"_s,
                              u"127.0.0.1"_s,
                              u"TitleOfSomebody"_s,
                              u"model-1"_s,
                              u"other 1"_s,
                              probe.modelName()};
    for (const QString &secret : secrets) {
        QVERIFY2(!markdown.contains(secret), qPrintable(secret));
        QVERIFY2(!json.contains(secret), qPrintable(secret));
    }
}

//! Of the answers that the tests above bring about.
void tst_ServiceProbe::everyAnswerHasWords()
{
    FakeService service;
    ServiceProbe probe(settings(service), notesFile(), hurried());
    run(probe);
    for (const ProbeFinding &one : probe.findings()) {
        QVERIFY(!probewording::title(one.question).isEmpty());
        QVERIFY2(!probewording::came(one).isEmpty(), qPrintable(probewording::title(one.question)));
    }
}

MODELSCRIBE_TEST(tst_ServiceProbe)

} // namespace tst_serviceprobe

#include "tst_serviceprobe.moc"
