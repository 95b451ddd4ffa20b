// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editsession.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_editsession {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

RegisteredModel bert()
{
    return {.id = u"model-1"_s,
            .metadata = {.name = u"bert"_s,
                         .description = u"old words"_s,
                         .accessibility = u"PRIVATE"_s,
                         .task = u"fill-mask"_s,
                         .parameterSize = u"7000"_s,
                         .labels = {{u"team"_s, u"a"_s}, {u"base"_s, u"bert"_s}}},
            .modified = u"2026-01-01T00:00:00Z"_s};
}

} // namespace

class tst_EditSession : public QObject
{
    Q_OBJECT

private slots:
    void dirtyIsADifferenceAndNothingElse();
    void aReadOnlyModelTakesNoEdit();
    void tellsWhatChangedOnce();
    void resetsOneFieldTheLabelsOrEverything();
    void problemsFollowTheValues();
    void problemsFollowWhatTheServiceCanDo();
    void longExtraInfoIsCheckedElsewhere();
    void anOlderVerdictIsNotTheLast();
    void checkNowWaitsForTheVerdict();
    void whatIsHeldBackComesBeforeEveryChange();
    void rebaseKeepsWhatWasTypedSince();
    void rebaseShowsWhatTheRegistryMadeOfIt();
    void rebaseTellsOnlyWhatChangedOnScreen();
    void rebaseAfterAConflictKeepsTheEditsAndTakesTheRest();
    void rebaseLeavesAClashToBeFound();
    void aMergeThatWasMadeBeforeIsTakenWhileItFits();
    void rebaseMergesExtraInfoByPath();
    void rebaseMergesLabels_data();
    void rebaseMergesLabels();
    void aNewModelBecomesAKnownOne();
    void replaceBaseTakesTheRegistrysState();
};

void tst_EditSession::dirtyIsADifferenceAndNothingElse()
{
    EditSession session(bert());
    QVERIFY(!session.isDirty());
    session.setValue(field(u"ModelDescription"), u"new words"_s);
    QVERIFY(session.isDirty());
    QVERIFY(session.isChanged(field(u"ModelDescription")));
    session.setValue(field(u"ModelDescription"), u"old words"_s);
    QVERIFY(!session.isDirty());

    session.setValue(field(u"ParameterSize"), u"7B"_s);
    QCOMPARE(session.value(field(u"ParameterSize")).text(), u"7B"_s);
    QVERIFY2(!session.isDirty(), "7B is what the registry holds already");

    session.setLabels({{u"base"_s, u"bert"_s}, {u"team"_s, u"a"_s}});
    QVERIFY2(!session.isDirty(), "the order of labels means nothing");
    session.setLabels({{u"base"_s, u"bert"_s}, {u"team"_s, u"b"_s}});
    QVERIFY(session.areLabelsChanged());
    QCOMPARE(session.changeCount(), 1);
}

void tst_EditSession::aReadOnlyModelTakesNoEdit()
{
    RegisteredModel model = bert();
    model.provider = u"pai"_s;
    EditSession session(model);
    QSignalSpy changed(&session, &EditSession::changed);
    session.setValue(field(u"ModelName"), u"mine"_s);
    session.setLabels({});
    QVERIFY(session.isReadOnly());
    QCOMPARE(session.edited(), model.metadata);
    QCOMPARE(changed.size(), 0);
}

void tst_EditSession::tellsWhatChangedOnce()
{
    EditSession session(bert());
    QSignalSpy value(&session, &EditSession::valueChanged);
    QSignalSpy changed(&session, &EditSession::changed);
    session.setValue(field(u"Task"), u"qa"_s);
    QCOMPARE(value.size(), 1);
    QCOMPARE(value[0][0].value<const ModelField *>(), &field(u"Task"));
    QCOMPARE(changed.size(), 1);
    session.setValue(field(u"Task"), u"qa"_s);
    QCOMPARE(changed.size(), 1);
    session.setLabels({});
    QCOMPARE(value.size(), 2);
    QCOMPARE(value[1][0].value<const ModelField *>(), nullptr);
    QCOMPARE(changed.size(), 2);
}

void tst_EditSession::resetsOneFieldTheLabelsOrEverything()
{
    EditSession session(bert());
    const auto edit = [&] {
        session.setValue(field(u"ModelName"), u"x"_s);
        session.setValue(field(u"ExtraInfo"), JsonText("{\"a\":1.0}"));
        session.setLabels({});
    };
    edit();
    QCOMPARE(session.changeCount(), 4);
    session.resetField(field(u"ModelName"));
    QCOMPARE(session.changeCount(), 3);
    QCOMPARE(session.edited().name, u"bert"_s);
    session.resetLabels();
    QCOMPARE(session.changeCount(), 1);
    edit();
    session.revert();
    QCOMPARE(session.edited(), bert().metadata);
}

void tst_EditSession::problemsFollowTheValues()
{
    EditSession session(bert());
    QVERIFY(session.problems().isEmpty());
    session.setValue(field(u"ModelName"), QString());
    QCOMPARE(session.problems().size(), 1);
    QCOMPARE(session.problems().first().code, Problem::Code::Missing);
    session.setValue(field(u"ModelName"), u"bert 2"_s);
    QVERIFY(session.problems().isEmpty());
    session.setLabels({{u"a=b"_s, u"c"_s}});
    QCOMPARE(session.problems().first().key, QString(labelsKey));
}

void tst_EditSession::problemsFollowWhatTheServiceCanDo()
{
    RegisteredModel base = bert();
    base.metadata.task = u"t"_s;
    EditSession session(base);
    session.setValue(field(u"Task"), QString());
    QVERIFY(session.problems().isEmpty());
    QSignalSpy changed(&session, &EditSession::changed);
    session.setRules({.clearText = ServiceRules::Clear::Impossible});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(session.problems().size(), 1);
    QCOMPARE(session.problems().first().code, Problem::Code::CannotClearHere);
    session.setRules({});
    QVERIFY(session.problems().isEmpty());
}

void tst_EditSession::longExtraInfoIsCheckedElsewhere()
{
    const QByteArray blanks(2 * EditSession::checkHereLimit, ' ');
    EditSession session(bert());
    QVERIFY(session.isChecked());
    QSignalSpy changed(&session, &EditSession::changed);
    session.setValue(field(u"ExtraInfo"), JsonText("{" + blanks + "oops}"));
    QVERIFY(!session.isChecked());
    QVERIFY2(session.problems().isEmpty(), "nothing is known yet");
    QTRY_VERIFY(session.isChecked());
    QCOMPARE(session.problems().size(), 1);
    QCOMPARE(session.problems().first().code, Problem::Code::NotJson);
    QCOMPARE(changed.size(), 2);

    session.setValue(field(u"ExtraInfo"), JsonText("{" + blanks + "}"));
    QCOMPARE(session.problems().size(), 1); // as long as nothing better is known
    QTRY_VERIFY(session.problems().isEmpty());
    session.setValue(field(u"ExtraInfo"), JsonText("{oops}"));
    QCOMPARE(session.problems().size(), 1); // short: at once
}

void tst_EditSession::anOlderVerdictIsNotTheLast()
{
    const QByteArray blanks(8'000'000, ' ');
    EditSession session(bert());
    session.setValue(field(u"ExtraInfo"), JsonText("{" + blanks + "oops}"));
    QTest::qWait(155); // it is being read
    session.setValue(field(u"ExtraInfo"), JsonText("{" + blanks + "}"));
    QTRY_VERIFY(session.isChecked());
    QVERIFY(session.problems().isEmpty());
}

void tst_EditSession::checkNowWaitsForTheVerdict()
{
    EditSession session(bert());
    session.setValue(field(u"ExtraInfo"),
                     JsonText("{" + QByteArray(2 * EditSession::checkHereLimit, ' ')));
    session.checkNow();
    QVERIFY(session.isChecked());
    QCOMPARE(session.problems().size(), 1);
}

void tst_EditSession::whatIsHeldBackComesBeforeEveryChange()
{
    EditSession session(bert());
    bool held = false;
    connect(&session, &EditSession::flushing, &session, [&] {
        if (std::exchange(held, false))
            session.setValue(field(u"ExtraInfo"), JsonText("{\"held\":1}"));
    });
    held = true;
    session.setValue(field(u"Task"), u"qa"_s);
    QCOMPARE(session.changeCount(), 2);
    held = true;
    session.revert();
    QVERIFY2(!session.isDirty(), "it came before, not behind");
    held = true;
    session.resetField(field(u"ExtraInfo"));
    QVERIFY(!session.isDirty());
    held = true;
    session.rebase(bert(), bert().metadata);
    QCOMPARE(session.edited().extraInfo.utf8(), "{\"held\":1}");
    held = true;
    session.replaceBase(bert());
    QVERIFY(!session.isDirty());
}

void tst_EditSession::rebaseKeepsWhatWasTypedSince()
{
    EditSession session(bert());
    session.setValue(field(u"ModelDescription"), u"new words"_s);
    session.setValue(field(u"Task"), u"qa"_s);
    const ModelMetadata sent = session.edited();
    session.setValue(field(u"Task"), u"qa, and mo"_s); // while the save is under way
    session.setValue(field(u"Origin"), u"HuggingFace"_s);

    RegisteredModel now = bert();
    now.metadata = sent;
    now.modified = u"2026-01-02T00:00:00Z"_s;
    session.rebase(now, sent);

    QCOMPARE(session.base(), now);
    QCOMPARE(session.changeCount(), 2);
    QVERIFY(!session.isChanged(field(u"ModelDescription")));
    QCOMPARE(session.edited().task, u"qa, and mo"_s);
    QCOMPARE(session.edited().origin, u"HuggingFace"_s);
}

void tst_EditSession::rebaseShowsWhatTheRegistryMadeOfIt()
{
    EditSession session(bert());
    session.setValue(field(u"ParameterSize"), u"8B"_s);
    session.setValue(field(u"ModelDescription"), QString());
    const ModelMetadata sent = session.edited();
    RegisteredModel now = bert(); // the description came back
    now.metadata.parameterSize = u"8000"_s;
    session.rebase(now, sent);
    QCOMPARE(session.edited(), now.metadata);
    QVERIFY(!session.isDirty());
}

void tst_EditSession::rebaseTellsOnlyWhatChangedOnScreen()
{
    EditSession session(bert());
    session.setValue(field(u"Task"), u"qa"_s);
    const ModelMetadata sent = session.edited();
    RegisteredModel now = bert();
    now.metadata = sent;
    now.metadata.origin = u"ModelScope"_s;
    QSignalSpy value(&session, &EditSession::valueChanged);
    QSignalSpy changed(&session, &EditSession::changed);
    session.rebase(now, sent);
    QCOMPARE(value.size(), 1);
    QCOMPARE(value[0][0].value<const ModelField *>(), &field(u"Origin"));
    QCOMPARE(changed.size(), 1);
    session.rebase(now, sent);
    QCOMPARE(changed.size(), 1);
}

void tst_EditSession::rebaseAfterAConflictKeepsTheEditsAndTakesTheRest()
{
    EditSession session(bert());
    session.setValue(field(u"Task"), u"qa"_s);
    RegisteredModel now = bert();
    now.metadata.description = u"a colleague's words"_s;
    now.metadata.task = u"summarization"_s;
    session.rebase(now, ModelMetadata(session.base().metadata));
    QCOMPARE(session.edited().description, u"a colleague's words"_s);
    QCOMPARE(session.edited().task, u"qa"_s);
    QCOMPARE(session.changeCount(), 1);
}

void tst_EditSession::rebaseLeavesAClashToBeFound()
{
    EditSession session(bert());
    session.setValue(field(u"ModelDescription"), u"sent"_s);
    const ModelMetadata sent = session.edited();
    session.setValue(field(u"Task"), u"typed since"_s);
    session.setLabels({{u"team"_s, u"typed since"_s}});
    RegisteredModel now = bert();
    now.metadata = sent;
    now.metadata.task = u"theirs"_s;
    now.metadata.origin = u"theirs too"_s;
    now.metadata.labels = {{u"team"_s, u"theirs"_s}};
    QVERIFY(!session.rebase(now, sent));
    QCOMPARE(session.edited().task, u"typed since"_s);
    QCOMPARE(session.edited().labels, (QList<Label>{{u"team"_s, u"typed since"_s}}));
    QCOMPARE(session.edited().origin, u"theirs too"_s);
    QVERIFY(!session.isChanged(field(u"ModelDescription")));
    // The next check of a save sees that it moved, and this is what is to be decided then.
    QVERIFY(!sameContent(session.base().metadata, now.metadata));
    const ModelMerge merge = mergeModels(session.base().metadata, session.edited(), now.metadata);
    QCOMPARE(merge.undecided({}), (QStringList{u"Task"_s, u"Labels/team"_s}));
    session.merge(now);
    QVERIFY(session.rebase(now, now.metadata));
    QVERIFY(!session.isDirty());
}

void tst_EditSession::aMergeThatWasMadeBeforeIsTakenWhileItFits()
{
    EditSession session(bert());
    session.setValue(field(u"Task"), u"mine"_s);
    RegisteredModel now = bert();
    now.metadata.task = u"theirs"_s;
    now.metadata.origin = u"theirs too"_s;
    const ModelMerge merge = mergeModels(session.base().metadata, session.edited(), now.metadata);
    session.setValue(field(u"Domain"), u"typed since"_s);
    session.merge(now, merge, {{u"Task"_s, MergeSide::Mine}});
    QCOMPARE(session.base(), now);
    QCOMPARE(session.edited().task, u"mine"_s);
    QCOMPARE(session.edited().origin, u"theirs too"_s);
    QCOMPARE(session.edited().domain, u"typed since"_s);
}

void tst_EditSession::rebaseMergesExtraInfoByPath()
{
    RegisteredModel base = bert();
    base.metadata.extraInfo = JsonText(R"({"a":1,"b":1,"c":1})");
    EditSession session(base);
    session.setValue(field(u"ExtraInfo"), JsonText(R"({"a":2,"b":1,"c":1})"));
    const ModelMetadata sent = session.edited();
    session.setValue(field(u"ExtraInfo"), JsonText(R"({"a":2,"b":1,"c":3})"));
    RegisteredModel now = base;
    now.metadata.extraInfo = JsonText(R"({"a":2,"b":4,"c":1})");
    QVERIFY(session.rebase(now, sent));
    QCOMPARE(session.edited().extraInfo.utf8(), R"({"a":2,"b":4,"c":3})");
    QCOMPARE(session.base(), now);
}

void tst_EditSession::rebaseMergesLabels_data()
{
    using L = QList<Label>;
    QTest::addColumn<L>("sent");
    QTest::addColumn<L>("typed");
    QTest::addColumn<L>("now");
    QTest::addColumn<L>("edited");
    const Label a{u"a"_s, u"1"_s};
    const Label b{u"b"_s, u"1"_s};
    const Label c{u"c"_s, u"1"_s};
    const Label a2{u"a"_s, u"2"_s};
    QTest::newRow("untouched: follows") << L{a} << L{a} << L{b, c} << L{b, c};
    QTest::newRow("added since") << L{a} << L{a, b} << L{a, c} << L{a, c, b};
    QTest::newRow("removed since") << L{a, b} << L{b} << L{a, b, c} << L{b, c};
    QTest::newRow("changed since") << L{a} << L{a2} << L{a, c} << L{a2, c};
    QTest::newRow("changed since, gone there") << L{a} << L{a2} << L{} << L{a2};
    QTest::newRow("a key twice: every row stays") << L{a} << L{a, a2} << L{a, c} << L{a, a2};
}

void tst_EditSession::rebaseMergesLabels()
{
    QFETCH(QList<Label>, sent);
    QFETCH(QList<Label>, typed);
    QFETCH(QList<Label>, now);
    QFETCH(QList<Label>, edited);
    EditSession session(bert());
    session.setLabels(typed);
    ModelMetadata sentAll = session.edited();
    sentAll.labels = sent;
    RegisteredModel held = bert();
    held.metadata.labels = now;
    session.rebase(held, sentAll);
    QCOMPARE(session.edited().labels, edited);
}

void tst_EditSession::aNewModelBecomesAKnownOne()
{
    const std::unique_ptr<EditSession> session(EditSession::forNewModel(u"796"_s));
    QVERIFY(session->isNew());
    QVERIFY(!session->isDirty());
    QCOMPARE(session->base().workspaceId, u"796"_s);
    session->setValue(field(u"ModelName"), u"bert"_s);
    QCOMPARE(session->changeCount(), 1);
    const ModelMetadata sent = session->edited();
    session->rebase({.id = u"model-9"_s, .metadata = sent, .workspaceId = u"796"_s}, sent);
    QVERIFY(!session->isNew());
    QCOMPARE(session->modelId(), u"model-9"_s);
    QVERIFY(!session->isDirty());
}

void tst_EditSession::replaceBaseTakesTheRegistrysState()
{
    EditSession session(bert());
    session.setValue(field(u"Task"), u"qa"_s);
    RegisteredModel now = bert();
    now.metadata.name = u"bert 2"_s;
    session.replaceBase(now);
    QCOMPARE(session.edited(), now.metadata);
    QVERIFY(!session.isDirty());
}

MODELSCRIBE_TEST(tst_EditSession)

} // namespace tst_editsession

#include "tst_editsession.moc"
