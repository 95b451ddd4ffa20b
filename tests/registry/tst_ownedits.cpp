// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ownedits.h"

#include "testclass.h"

#include <QTest>

namespace tst_ownedits {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

OwnEdit pasted(const QString &task)
{
    OwnEdit own;
    own.edit.fields[u"Task"_s].text = task;
    own.edit.labels.append({.kind = LabelVerb::Kind::Put, .key = u"team"_s, .value = u"nlp"_s});
    return own;
}

ModelStep step()
{
    ModelMetadata from{.name = u"n"_s, .task = u"new"_s, .labels = {{u"a"_s, u"1"_s}}};
    from.extraInfo = JsonText(R"({"x": 1.50, "y": 2})");
    ModelMetadata to = from;
    to.task = u"old"_s;
    to.extraInfo = JsonText(R"({"x": 1.0, "y": 2})");
    return {.from = from, .to = to};
}

} // namespace

class tst_OwnEdits : public QObject
{
    Q_OBJECT

private slots:
    void comeBackToTheLetter();
    void sayWhichFieldsTheyAreAbout();
    void areDoneInTheOrderOfTheModels();
    void leaveAloneWhatWasChangedSince();
    void brokenBytesAreAnError();
};

void tst_OwnEdits::comeBackToTheLetter()
{
    OwnEdits edits;
    const OwnEdit both{.edit = pasted(u"qa"_s).edit, .steps = {step(), step()}};
    edits.append(both);
    edits.append({});
    const OwnEdits back(edits.bytes(), edits.places());
    QCOMPARE(back.size(), 2);
    QVERIFY(back.at(0) && *back.at(0) == both);
    QVERIFY(back.at(1) && *back.at(1) == OwnEdit());
    QVERIFY(back == edits);
}

void tst_OwnEdits::sayWhichFieldsTheyAreAbout()
{
    OwnEdits edits;
    edits.append({});
    QVERIFY(edits.isEmpty());
    edits.append({.edit = {}, .steps = {step()}});
    QCOMPARE(edits.places(), (QStringList{u"Task"_s, u"ExtraInfo"_s}));
    edits.append(pasted(u"qa"_s));
    QCOMPARE(edits.places(), (QStringList{u"Task"_s, u"ExtraInfo"_s, u"Labels"_s}));
}

void tst_OwnEdits::areDoneInTheOrderOfTheModels()
{
    OwnEdits edits;
    for (const QString &task : {u"one"_s, u"two"_s})
        edits.append(pasted(task));
    const Derivation derive = edits.derivation();
    const RegisteredModel now{.id = u"m"_s, .metadata = {.task = u"old"_s}};
    QCOMPARE(derive(now, 0)->edited.task, u"one"_s);
    QCOMPARE(derive(now, 1)->edited.task, u"two"_s);
    QCOMPARE(derive(now, 1)->edited.labels, QList<Label>({{u"team"_s, u"nlp"_s}}));
}

void tst_OwnEdits::leaveAloneWhatWasChangedSince()
{
    OwnEdits edits;
    edits.append({.edit = {}, .steps = {step()}});
    RegisteredModel now{.id = u"m"_s, .metadata = step().from};
    now.metadata.task = u"theirs"_s;
    const auto derived = edits.derivation()(now, 0);
    QCOMPARE(derived->edited.task, u"theirs"_s);
    QCOMPARE(derived->leftAlone, QStringList{u"Task"_s});
    QCOMPARE(derived->edited.extraInfo.utf8(), step().to.extraInfo.utf8());
}

void tst_OwnEdits::brokenBytesAreAnError()
{
    OwnEdits edits;
    edits.append({.edit = pasted(u"qa"_s).edit, .steps = {step()}});
    const QByteArray whole = edits.bytes().first();
    for (const QByteArray &bytes : {QByteArray(), whole.chopped(1), whole + 'x'}) {
        const OwnEdits broken({bytes}, edits.places());
        QVERIFY(!broken.at(0));
        QCOMPARE(broken.derivation()({}, 0).error().kind, Error::Kind::Decode);
    }
}

MODELSCRIBE_TEST(tst_OwnEdits)

} // namespace tst_ownedits

#include "tst_ownedits.moc"
