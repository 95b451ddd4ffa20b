// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/labelcleanup.h"

#include "testclass.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_labelcleanup {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using Kind = LabelSuggestion::Kind;

class tst_LabelCleanup : public QObject
{
    Q_OBJECT

private slots:
    void suggestsForKeys_data();
    void suggestsForKeys();
    void suggestsForValues();
    void leavesAlone_data();
    void leavesAlone();
    void aGroupGoesToTheOneThatMostHave();
    void namesWhatIsUsedOnce();
    void whatItSuggestsCanBeDone();
    void doneItSuggestsNothingMore();
    void isQuickEnough();
    void showsBlanks();
};

void tst_LabelCleanup::suggestsForKeys_data()
{
    QTest::addColumn<QString>("odd");
    QTest::addColumn<QString>("meant");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("blank at the end") << u"stage "_s << u"stage"_s << Kind::Blanks;
    QTest::newRow("blank in front") << u" stage"_s << u"stage"_s << Kind::Blanks;
    QTest::newRow("no-break space") << u"my\u00a0key"_s << u"my key"_s << Kind::Blanks;
    QTest::newRow("zero width space") << u"st\u200bage"_s << u"stage"_s << Kind::Invisible;
    QTest::newRow("byte order mark") << u"\ufeffstage"_s << u"stage"_s << Kind::Invisible;
    QTest::newRow("soft hyphen") << u"st\u00adage"_s << u"stage"_s << Kind::Invisible;
    QTest::newRow("NFD") << u"cafe\u0301"_s << u"caf\u00e9"_s << Kind::Composition;
    QTest::newRow("full width") << u"ｔｅａｍ"_s << u"team"_s << Kind::FullWidth;
    QTest::newRow("half-width kana") << u"ﾁｰﾑ"_s << u"チーム"_s << Kind::FullWidth;
    QTest::newRow("case") << u"Team"_s << u"team"_s << Kind::Case;
    QTest::newRow("Cyrillic") << u"lаng"_s << u"lang"_s << Kind::Letters;
    QTest::newRow("Greek") << u"mοdel"_s << u"model"_s << Kind::Letters;
    QTest::newRow("separators") << u"base-model"_s << u"base_model"_s << Kind::Separators;
    QTest::newRow("blank for underscore") << u"base model"_s << u"base_model"_s << Kind::Separators;
    QTest::newRow("several") << u"Base-Model "_s << u"base_model"_s << Kind::Separators;
    QTest::newRow("a letter less") << u"hangzou"_s << u"hangzhou"_s << Kind::OneLetter;
    QTest::newRow("another letter") << u"hangzhoo"_s << u"hangzhou"_s << Kind::OneLetter;
    QTest::newRow("changed places") << u"hagnzhou"_s << u"hangzhou"_s << Kind::OneLetter;
}

void tst_LabelCleanup::suggestsForKeys()
{
    QFETCH(const QString, odd);
    QFETCH(const QString, meant);
    QFETCH(const Kind, kind);
    const auto found = labelSuggestions({.keys = {{odd, 3}, {meant, 40}}, .values = {}});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, kind);
    QCOMPARE(found[0].key, odd);
    QCOMPARE(found[0].with, meant);
    QCOMPARE(found[0].models, 3);
    QVERIFY(!found[0].value);
}

void tst_LabelCleanup::suggestsForValues()
{
    const auto found = labelSuggestions(
        {.keys = {{u"team"_s, 50}}, .values = {{u"team"_s, {{u"nlp"_s, 40}, {u"NLP"_s, 10}}}}});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].value, u"NLP"_s);
    QCOMPARE(*found[0].verb(), (LabelVerb{.kind = LabelVerb::Kind::Change,
                                          .key = u"team"_s,
                                          .value = u"NLP"_s,
                                          .newText = u"nlp"_s}));
}

void tst_LabelCleanup::leavesAlone_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("short words") << QStringList{u"nlp"_s, u"nlu"_s};
    QTest::newRow("versions") << QStringList{u"version1"_s, u"version2"_s};
    QTest::newRow("others") << QStringList{u"hangzhou"_s, u"shanghai"_s};
    QTest::newRow("Chinese") << QStringList{u"团队"_s, u"团体"_s};
    QTest::newRow("only separators") << QStringList{u"_"_s, u"-"_s};
    QTest::newRow("empty") << QStringList{QString(), u"a"_s};
    QTest::newRow("joiners") << QStringList{u"می‌خواهم"_s.remove(u'\u200c'), u"x"_s};
}

void tst_LabelCleanup::leavesAlone()
{
    QFETCH(const QStringList, words);
    LabelUses uses;
    int count = 100;
    for (const QString &word : words)
        uses.keys.insert(word, std::exchange(count, 5));
    QVERIFY(labelSuggestions(uses).isEmpty());
}

void tst_LabelCleanup::aGroupGoesToTheOneThatMostHave()
{
    const auto found = labelSuggestions(
        {.keys = {{u"TEAM"_s, 1}, {u"Team"_s, 20}, {u"team "_s, 2}, {u"te_am"_s, 3}}});
    QCOMPARE(found.size(), 3);
    for (const LabelSuggestion &suggestion : found)
        QCOMPARE(suggestion.with, u"Team"_s);
    // Where most have it with a blank at its end, that is no better.
    const auto padded = labelSuggestions({.keys = {{u"team "_s, 20}, {u"Team"_s, 2}}});
    QCOMPARE(padded.size(), 2);
    for (const LabelSuggestion &suggestion : padded)
        QCOMPARE(suggestion.with, u"team"_s);
}

void tst_LabelCleanup::namesWhatIsUsedOnce()
{
    const LabelUses uses{.keys = {{u"team"_s, 12}, {u"email"_s, 2}},
                         .values = {{u"team"_s, {{u"nlp"_s, 10}, {u"tmp"_s, 1}, {u"111"_s, 1}}},
                                    {u"email"_s, {{u"a@x"_s, 1}, {u"b@y"_s, 1}}}}};
    const auto found = labelSuggestions(uses);
    QCOMPARE(found.last().kind, Kind::UsedOnce);
    QCOMPARE(found.last().once, QList<Label>({{u"team"_s, u"111"_s}, {u"team"_s, u"tmp"_s}}));
    QVERIFY(!found.last().verb());
}

void tst_LabelCleanup::whatItSuggestsCanBeDone()
{
    const LabelUses uses{.keys = {{u"Team"_s, 2}, {u"team"_s, 9}},
                         .values = {{u"team"_s, {{u"nlp "_s, 1}, {u"nlp"_s, 8}}}}};
    BatchEdit edit;
    for (const LabelSuggestion &suggestion : labelSuggestions(uses)) {
        if (const auto verb = suggestion.verb())
            edit.labels.append(*verb);
    }
    QVERIFY(edit.check());
    const ModelMetadata model{.labels = {{u"Team"_s, u"nlp"_s}}};
    QCOMPARE(edit.applied(model)->labels, QList<Label>({{u"team"_s, u"nlp"_s}}));
    const ModelMetadata padded{.labels = {{u"team"_s, u"nlp "_s}}};
    QCOMPARE(edit.applied(padded)->labels, QList<Label>({{u"team"_s, u"nlp"_s}}));
}

void tst_LabelCleanup::doneItSuggestsNothingMore()
{
    QHash<QString, int> keys{{u"Team"_s, 2},       {u"team"_s, 9},  {u"te\u200bam"_s, 1},
                             {u"stage "_s, 4},     {u"Stage"_s, 1}, {u"base-model"_s, 2},
                             {u"base_model"_s, 9}, {u"ｌang"_s, 1}, {u"hangzou"_s, 1},
                             {u"hangzhou"_s, 12}};
    const auto first = labelSuggestions({.keys = keys});
    QVERIFY(!first.isEmpty());
    for (const LabelSuggestion &suggestion : first)
        keys[suggestion.with] += keys.take(suggestion.key);
    for (const LabelSuggestion &suggestion : labelSuggestions({.keys = keys}))
        qWarning() << suggestion.key << suggestion.with;
    QVERIFY(labelSuggestions({.keys = keys}).isEmpty());
}

void tst_LabelCleanup::isQuickEnough()
{
    LabelUses uses;
    for (int i = 0; i < 100'000; ++i)
        uses.values[u"owner"_s].insert(u"person-%1@example.com"_s.arg(i), 1);
    for (int i = 0; i < 10'000; ++i)
        uses.values[u"dataset"_s].insert(u"dataset name %1"_s.arg(i * 7919 % 10'007), 1 + i % 50);
    uses.keys = {{u"owner"_s, 100'000}, {u"dataset"_s, 10'000}};
    QElapsedTimer timer;
    timer.start();
    labelSuggestions(uses);
    qInfo("110,000 values: %lld ms", timer.elapsed());
}

void tst_LabelCleanup::showsBlanks()
{
    QCOMPARE(visibleLabelText(u"stage "_s), u"stage␣"_s);
    QCOMPARE(visibleLabelText(u"  a b"_s), u"␣␣a b"_s);
    QCOMPARE(visibleLabelText(u" "_s), u"␣"_s);
    QCOMPARE(visibleLabelText(QString()), QString());
}

MODELSCRIBE_TEST(tst_LabelCleanup)

} // namespace tst_labelcleanup

#include "tst_labelcleanup.moc"
