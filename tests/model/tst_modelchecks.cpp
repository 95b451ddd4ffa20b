// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelchecks.h"

#include "model/modelfields.h"
#include "testclass.h"

#include <QSet>
#include <QTest>

namespace tst_modelchecks {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Code = Problem::Code;

namespace {

const ModelMetadata sound{.name = u"bert"_s, .accessibility = u"PRIVATE"_s};

ModelMetadata with(const QString &key, const QString &text)
{
    ModelMetadata metadata = sound;
    findField(key)->write(metadata, FieldValue(text));
    return metadata;
}

} // namespace

class tst_ModelChecks : public QObject
{
    Q_OBJECT

private slots:
    void takesGoodValues_data();
    void takesGoodValues();
    void complainsOfFields_data();
    void complainsOfFields();
    void complainsOfClearedFields_data();
    void complainsOfClearedFields();
    void whatWasThereIsNotComplainedAbout();
    void complainsOfLabels_data();
    void complainsOfLabels();
    void warnsOfLabels_data();
    void warnsOfLabels();
    void aValueChangesWithoutAWordAboutItsKey();
    void labelsThatWereThereAreNotComplainedAbout();
    void newRowsWithTheKeyOfAnOldOneAreDuplicates();
    void onlyWarningsMayBeSaved();
    void listsProblemsInTheOrderOfTheTable();
};

void tst_ModelChecks::takesGoodValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("127 characters") << u"ModelName"_s << QString(127, u'x');
    QTest::newRow("127 emoji") << u"ModelName"_s << u"😀"_s.repeated(127);
    QTest::newRow("joined emoji") << u"ModelName"_s << u"👨\u200D👩"_s;
    QTest::newRow("many lines") << u"ModelDescription"_s << u"a\n\tb\n"_s;
    QTest::newRow("public") << u"Accessibility"_s << u"PUBLIC"_s;
    QTest::newRow("https") << u"ModelDoc"_s << u"https://a.example/b?c#d"_s;
    QTest::newRow("capitals") << u"ModelDoc"_s << u"HTTP://a"_s;
    QTest::newRow("oss") << u"ModelDoc"_s << u"oss://bucket.oss-cn-hangzhou.aliyuncs.com/m/"_s;
    QTest::newRow("order") << u"OrderNumber"_s << u"-5"_s;
    QTest::newRow("size") << u"ParameterSize"_s << u"0.5B"_s;
    QTest::newRow("object") << u"ExtraInfo"_s << u"{\"a\":[1.0]}"_s;
    QTest::newRow("no limit but for names") << u"Task"_s << QString(5000, u'x');
}

void tst_ModelChecks::takesGoodValues()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QVERIFY(checkModel(sound, with(key, text)).isEmpty());
    QVERIFY(checkModel({}, with(key, text)).isEmpty());
}

void tst_ModelChecks::complainsOfFields_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Code>("code");
    QTest::addColumn<bool>("warning");
    QTest::addColumn<QString>("said");
    const auto error = [](const char *name, const QString &key, const QString &text, Code code,
                          const QString &said = {}) {
        QTest::newRow(name) << key << text << code << false << said;
    };
    const auto warning = [](const char *name, const QString &key, const QString &text, Code code,
                            const QString &said = {}) {
        QTest::newRow(name) << key << text << code << true << said;
    };
    error("no name", u"ModelName"_s, u""_s, Code::Missing);
    error("128 characters", u"ModelName"_s, QString(128, u'x'), Code::TooLong);
    error("128 emoji", u"ModelName"_s, u"😀"_s.repeated(128), Code::TooLong);
    warning("bidi in name", u"ModelName"_s, u"a\u202Eb"_s, Code::InvisibleCharacter, u"U+202E"_s);
    warning("line break in task", u"Task"_s, u"a\nb"_s, Code::InvisibleCharacter, u"U+000A"_s);
    warning("blank behind", u"ModelName"_s, u"bert "_s, Code::OuterSpace);
    warning("only blanks", u"ModelName"_s, u" "_s, Code::OuterSpace);
    error("small letters", u"Accessibility"_s, u"public"_s, Code::UnknownChoice, u"public"_s);
    error("fraction", u"OrderNumber"_s, u"1.5"_s, Code::NotANumber, u"1.5"_s);
    error("2^63", u"OrderNumber"_s, u"9223372036854775808"_s, Code::NotANumber,
          u"9223372036854775808"_s);
    error("500K", u"ParameterSize"_s, u"500K"_s, Code::NotANumber, u"500K"_s);
    warning("below zero", u"ParameterSize"_s, u"-1"_s, Code::Negative);
    warning("words", u"ModelDoc"_s, u"see the wiki"_s, Code::NotAnAddress);
    warning("words with a colon", u"ModelDoc"_s, u"Note: see the wiki"_s, Code::NotAnAddress);
    warning("no scheme", u"ModelDoc"_s, u"example.com/readme.md"_s, Code::NotAnAddress);
    error("no host", u"ModelDoc"_s, u"https://"_s, Code::BadAddress, u"https"_s);
    error("script", u"ModelDoc"_s, u"javascript:alert(1)"_s, Code::BadAddress, u"javascript"_s);
    error("file", u"ModelDoc"_s, u"file:///etc/passwd"_s, Code::BadAddress, u"file"_s);
    error("smb", u"ModelDoc"_s, u"smb://host/share"_s, Code::BadAddress, u"smb"_s);
    error("not JSON", u"ExtraInfo"_s, u"{\"a\":}"_s, Code::NotJson);
    error("array", u"ExtraInfo"_s, u"[]"_s, Code::NotJson);
    error("blank", u"ExtraInfo"_s, u" "_s, Code::NotJson);
    warning("key twice", u"ExtraInfo"_s, u"{\"a\":1,\"a\":2,\"b\":{\"c\":1,\"c\":1}}"_s,
            Code::DuplicateKeys, u"$.a, $.b.c"_s);
}

void tst_ModelChecks::complainsOfFields()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(Code, code);
    QFETCH(bool, warning);
    QFETCH(QString, said);
    const auto problems = checkModel(sound, with(key, text));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].key, key);
    QCOMPARE(problems[0].code, code);
    QCOMPARE(problems[0].warning, warning);
    QCOMPARE(problems[0].text, said);
    QCOMPARE(problems[0].json.has_value(), code == Code::NotJson);
    QCOMPARE(problems[0].limit, code == Code::TooLong ? 127 : 0);
    QCOMPARE(maySave(problems), warning);
}

void tst_ModelChecks::complainsOfClearedFields_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("complains");
    QTest::addColumn<Code>("code");
    QTest::newRow("order") << u"OrderNumber"_s << u"1"_s << true << Code::CannotUnset;
    QTest::newRow("size") << u"ParameterSize"_s << u"7000"_s << true << Code::CannotUnset;
    QTest::newRow("object") << u"ExtraInfo"_s << u"{}"_s << true << Code::CannotClearObject;
    QTest::newRow("accessibility")
        << u"Accessibility"_s << u"PUBLIC"_s << true << Code::UnknownChoice;
    QTest::newRow("text") << u"Task"_s << u"x"_s << false << Code::Missing;
}

void tst_ModelChecks::complainsOfClearedFields()
{
    QFETCH(QString, key);
    QFETCH(QString, held);
    QFETCH(bool, complains);
    QFETCH(Code, code);
    const auto problems = checkModel(with(key, held), with(key, u""_s));
    QCOMPARE(problems.size(), complains ? 1 : 0);
    if (complains)
        QCOMPARE(problems[0].code, code);
    // For a new model the same empty field is simply not set.
    ModelMetadata unset{.name = u"bert"_s};
    QVERIFY(checkModel({}, unset).isEmpty());
}

void tst_ModelChecks::whatWasThereIsNotComplainedAbout()
{
    ModelMetadata held{.name = QString(200, u'\u202E'),
                       .accessibility = u"SHARED"_s,
                       .document = u"javascript:x"_s,
                       .orderNumber = u"many"_s,
                       .extraInfo = JsonText("[")};
    ModelMetadata edited = held;
    edited.task = u"t"_s;
    QVERIFY(checkModel(held, edited).isEmpty());
}

void tst_ModelChecks::complainsOfLabels_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QList<Code>>("codes");
    QTest::newRow("good") << u"team"_s << u"nlp"_s << QList<Code>{};
    QTest::newRow("empty value") << u"team"_s << u""_s << QList<Code>{};
    QTest::newRow("128 bytes") << QString(128, u'k') << QString(128, u'v') << QList<Code>{};
    QTest::newRow("129 bytes key") << QString(129, u'k') << u""_s << QList<Code>{Code::TooLong};
    QTest::newRow("43 Chinese are 129 bytes")
        << u"k"_s << QString(43, u'中') << QList<Code>{Code::TooLong};
    QTest::newRow("both long") << QString(129, u'k') << QString(129, u'v')
                               << QList<Code>{Code::TooLong, Code::TooLong};
    QTest::newRow("equals sign") << u"a=b"_s << u"c"_s << QList<Code>{Code::ForbiddenCharacter};
    QTest::newRow("comma") << u"a"_s << u"b,c"_s << QList<Code>{Code::ForbiddenCharacter};
    QTest::newRow("no key") << u""_s << u"v"_s << QList<Code>{Code::EmptyLabelKey};
}

void tst_ModelChecks::complainsOfLabels()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QList<Code>, codes);
    ModelMetadata edited = sound;
    edited.labels = {{u"first"_s, u"1"_s}, {key, value}};
    const auto problems = checkModel(sound, edited);
    QList<Code> found;
    for (const Problem &problem : problems) {
        found.append(problem.code);
        QCOMPARE(problem.key, labelsKey);
        QCOMPARE(problem.row, 1);
        QCOMPARE(problem.text, key);
        QVERIFY(!problem.warning);
    }
    QCOMPARE(found, codes);
}

void tst_ModelChecks::warnsOfLabels_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QList<Code>>("codes");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QString &key, const QString &value,
                        const QList<Code> &codes, const QString &detail = {}) {
        QTest::newRow(name) << key << value << codes << detail;
    };
    row("blank behind the key", u"owner "_s, u"nlp"_s, {Code::OuterSpace});
    row("blank before the value", u"owner"_s, u" nlp"_s, {Code::OuterSpace});
    row("no-break space", u"owner"_s, u"nlp\u00A0"_s, {Code::OuterSpace});
    row("blank inside", u"the owner"_s, u"n l p"_s, {});
    row("zero width in the key", u"own\u200Ber"_s, u"1"_s, {Code::InvisibleCharacter}, u"U+200B"_s);
    row("direction in the value", u"owner"_s, u"a\u202Eb"_s, {Code::InvisibleCharacter},
        u"U+202E"_s);
    row("line break", u"owner"_s, u"a\nb"_s, {Code::InvisibleCharacter}, u"U+000A"_s);
    row("line break at the end", u"owner"_s, u"a\n"_s, {Code::InvisibleCharacter, Code::OuterSpace},
        u"U+000A"_s);
    row("line separator", u"own\u2028er"_s, u"1"_s, {Code::InvisibleCharacter}, u"U+2028"_s);
    row("joined emoji", u"owner"_s, u"👨\u200D👩"_s, {});
    row("composed differently", u"cafe\u0301"_s, u"1"_s, {Code::LooksTheSame});
    row("other capitals", u"TEAM"_s, u"nlp"_s, {Code::OtherCase}, u"Team"_s);
    row("other capitals and put together", u"CAFE\u0301"_s, u"1"_s, {Code::OtherCase}, u"café"_s);
    row("like the new one before", u"First"_s, u"1"_s, {Code::OtherCase}, u"first"_s);
    row("the same key", u"Team"_s, u"nlp"_s, {Code::DuplicateLabel});
    row("another key", u"teams"_s, u"nlp"_s, {});
}

void tst_ModelChecks::warnsOfLabels()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QList<Code>, codes);
    QFETCH(QString, detail);
    ModelMetadata held = sound;
    held.labels = {{u"Team"_s, u"a"_s}, {u"café"_s, u"b"_s}};
    for (const bool isFirst : {false, true}) {
        ModelMetadata edited = held;
        if (isFirst && (codes.contains(Code::DuplicateLabel) || detail == "first"_L1))
            continue; // the other row is complained about
        edited.labels.append({u"first"_s, u"1"_s});
        edited.labels.insert(isFirst ? 0 : edited.labels.size(), {key, value});
        QList<Code> found;
        for (const Problem &problem : checkModel(held, edited)) {
            found.append(problem.code);
            QCOMPARE(problem.key, labelsKey);
            QCOMPARE(problem.row, isFirst ? 0 : 3);
            QCOMPARE(problem.text, key);
            QCOMPARE(problem.warning, problem.code != Code::DuplicateLabel);
            if (problem.code != Code::OuterSpace)
                QCOMPARE(problem.detail, detail);
        }
        QCOMPARE(found, codes);
    }
}

void tst_ModelChecks::aValueChangesWithoutAWordAboutItsKey()
{
    ModelMetadata held = sound;
    held.labels = {{u"a "_s, u"1"_s}, {u"team"_s, u"1"_s}, {u"Team"_s, u"1"_s}};
    ModelMetadata edited = held;
    for (Label &label : edited.labels)
        label.value = u"2"_s;
    QVERIFY(checkModel(held, edited).isEmpty());
}

void tst_ModelChecks::labelsThatWereThereAreNotComplainedAbout()
{
    ModelMetadata held = sound;
    held.labels = {{u"a=b"_s, u"x"_s}, {u"k"_s, u"1"_s}, {u"k"_s, u"2"_s}};
    ModelMetadata edited = held;
    edited.labels.append({u"new"_s, u"1"_s});
    QVERIFY(checkModel(held, edited).isEmpty());
}

void tst_ModelChecks::newRowsWithTheKeyOfAnOldOneAreDuplicates()
{
    ModelMetadata held = sound;
    held.labels = {{u"k"_s, u"1"_s}};
    ModelMetadata edited = held;
    for (const QString &value : {u"1"_s, u"2"_s}) {
        for (const bool behind : {false, true}) {
            edited.labels = held.labels;
            edited.labels.insert(behind ? 1 : 0, {u"k"_s, value});
            const auto problems = checkModel(held, edited);
            QCOMPARE(problems.size(), 1);
            QCOMPARE(problems[0].code, Code::DuplicateLabel);
            QCOMPARE(problems[0].row, 1);
        }
    }
}

void tst_ModelChecks::onlyWarningsMayBeSaved()
{
    QVERIFY(maySave({}));
    QVERIFY(maySave({{.code = Code::OuterSpace, .warning = true}}));
    QVERIFY(!maySave({{.code = Code::OuterSpace, .warning = true}, {.code = Code::Missing}}));
}

void tst_ModelChecks::listsProblemsInTheOrderOfTheTable()
{
    const ModelMetadata edited{.name = u""_s,
                               .accessibility = u"x"_s,
                               .orderNumber = u"x"_s,
                               .parameterSize = u"x"_s,
                               .extraInfo = JsonText("x"),
                               .labels = {{u""_s, u""_s}}};
    QStringList keys;
    for (const Problem &problem : checkModel({}, edited))
        keys.append(problem.key);
    QCOMPARE(keys, (QStringList{u"ModelName"_s, u"Accessibility"_s, u"OrderNumber"_s,
                                u"ParameterSize"_s, u"ExtraInfo"_s, u"Labels"_s}));
}

MODELSCRIBE_TEST(tst_ModelChecks)

} // namespace tst_modelchecks

#include "tst_modelchecks.moc"
