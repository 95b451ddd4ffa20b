// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/changerows.h"
#include "testclass.h"

#include <QTest>

namespace tst_changerows {

using namespace Qt::StringLiterals;
using namespace modelscribe;

static ModelMetadata sample()
{
    ModelMetadata metadata;
    metadata.name = u"bert-zh-news"_s;
    metadata.description = u"新闻分类：中文新闻标题的 14 类分类模型。"_s;
    metadata.accessibility = u"PRIVATE"_s;
    metadata.origin = u"ModelScope"_s;
    metadata.domain = u"nlp"_s;
    metadata.task = u"text-classification"_s;
    metadata.document = u"https://example.com/bert-zh.md"_s;
    metadata.orderNumber = u"0"_s;
    metadata.type = u"Checkpoint"_s;
    metadata.parameterSize = u"110"_s;
    metadata.extraInfo = JsonText(
        "{\n  \"RatingCount\": 2866,\n  \"Rating\": 4.94,\n  \"CommentCount\": 754,\n"
        "  \"CoverUris\": [\n    \"https://example.com/covers/1.png\"\n  ],\n"
        "  \"Flags\": {\"hot\": true, \"note\": null},\n"
        "  \"TrainedSteps\": 12000000000000000001\n}");
    metadata.labels = {{u"lang"_s, u"zh"_s}, {u"stage"_s, u"dev"_s}, {u"team"_s, u"nlp"_s}};
    return metadata;
}

class tst_ChangeRows : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_before = m_after = sample(); }
    void nothingChangedIsNoRow();
    void changedFieldHasBothSides();
    void addedFieldWasEmpty();
    void sizeSaysWhatIsSent();
    void extraInfoShowsChangedLinesOnly();
    void oneLongLineIsComparedMemberByMember();
    void onlySpellingIsSaid();
    void wordsThatDifferAreMarked_data();
    void wordsThatDifferAreMarked();
    void longDifferenceIsCounted();
    void descriptionIsComparedByLines();
    void labelsAreOneRow();
    void hostileTextIsMarked();

private:
    using Kind = ChangeLine::Kind;
    QList<ChangeRow> rows() const { return changeRows(m_before, m_after); }
    static QStringList texts(const QList<ChangeLine> &lines, Kind kind)
    {
        QStringList result;
        for (const ChangeLine &line : lines)
            if (line.kind == kind)
                result.append(line.text);
        return result;
    }

    ModelMetadata m_before;
    ModelMetadata m_after;
};

void tst_ChangeRows::nothingChangedIsNoRow() { QVERIFY(rows().isEmpty()); }

void tst_ChangeRows::changedFieldHasBothSides()
{
    m_after.task = u"text-generation"_s;
    const QList<ChangeRow> expected{{u"Task"_s,
                                     u"changed"_s,
                                     {{Kind::Removed, u"text-classification"_s}},
                                     {{Kind::Added, u"text-generation"_s}}}};
    QCOMPARE(rows(), expected);
}

void tst_ChangeRows::addedFieldWasEmpty()
{
    m_before.description.clear();
    QCOMPARE(rows().first().note, u"added"_s);
    QCOMPARE(rows().first().before.first(), (ChangeLine{Kind::Note, u"(empty)"_s}));
    std::swap(m_before, m_after);
    QCOMPARE(rows().first().note, u"cleared"_s);
}

void tst_ChangeRows::sizeSaysWhatIsSent()
{
    m_after.parameterSize = u"7B"_s;
    QCOMPARE(rows().first().before, (QList<ChangeLine>{{Kind::Removed, u"110"_s}}));
    QCOMPARE(rows().first().after,
             (QList<ChangeLine>{{Kind::Added, u"7000"_s}, {Kind::Note, u"typed as 7B"_s}}));
}

void tst_ChangeRows::extraInfoShowsChangedLinesOnly()
{
    QByteArray text = m_before.extraInfo.utf8();
    m_after.extraInfo = JsonText(text.replace("4.94", "4.95"));
    const ChangeRow row = rows().first();
    QVERIFY(row.fixedFont);
    QCOMPARE(row.note, u"1 of 10 lines"_s);
    QCOMPARE(texts(row.before, Kind::Removed), QStringList{u"  \"Rating\": 4.94,"_s});
    QCOMPARE(texts(row.after, Kind::Added), QStringList{u"  \"Rating\": 4.95,"_s});
}

void tst_ChangeRows::oneLongLineIsComparedMemberByMember()
{
    m_before.extraInfo = JsonText("{\"a\":1.0,\"b\":2,\"c\":3}");
    m_after.extraInfo = JsonText("{\"a\":1.0,\"b\":20,\"c\":3}");
    const ChangeRow row = rows().first();
    QCOMPARE(texts(row.before, Kind::Removed), QStringList{u"  \"b\": 2,"_s});
    QCOMPARE(texts(row.after, Kind::Added), QStringList{u"  \"b\": 20,"_s});
}

void tst_ChangeRows::onlySpellingIsSaid()
{
    m_before.extraInfo = JsonText("{\"a\":1}");
    m_after.extraInfo = JsonText("{\n \"a\": 1\n}");
    QCOMPARE(rows().first().note, u"only spelling"_s);
    m_before.extraInfo = JsonText("{\r\n}");
    m_after.extraInfo = JsonText("{\n}");
    QCOMPARE(rows().first().note, u"only spelling"_s);
    m_before.extraInfo = JsonText("{\"a\":1,\"b\":2}");
    m_after.extraInfo = JsonText("{\n \"a\": 1,\n \"b\": 3\n}");
    QCOMPARE(rows().first().note, u"1 of 4 lines, the rest only in spelling"_s);
}

void tst_ChangeRows::wordsThatDifferAreMarked_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("one word") << u"a model of news"_s << u"a model of sports"_s
                              << QStringList{u"news"_s} << QStringList{u"sports"_s};
    QTest::newRow("two words") << u"the old cat sat on the old mat"_s
                               << u"the new cat sat on the red mat"_s
                               << QStringList{u"old"_s, u"old"_s}
                               << QStringList{u"new"_s, u"red"_s};
    QTest::newRow("put in") << u"a model of news"_s << u"a small model of news"_s << QStringList{}
                            << QStringList{u"small "_s};
    QTest::newRow("chinese") << u"中文新闻分类模型"_s << u"中文体育分类模型"_s
                             << QStringList{u"新闻"_s} << QStringList{u"体育"_s};
    QTest::newRow("all of it") << u"text"_s << u"other"_s << QStringList{} << QStringList{};
}

void tst_ChangeRows::wordsThatDifferAreMarked()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    m_before.description = before;
    m_after.description = after;
    const ChangeRow row = rows().first();
    const auto marked = [](const ChangeLine &line) {
        QStringList words;
        for (const WordRange &word : line.words)
            words.append(line.text.mid(word.begin, word.length));
        return words;
    };
    QTEST(marked(row.before.first()), "removed");
    QTEST(marked(row.after.first()), "added");
    // The same inside of a longer text.
    m_before.description = u"first\n"_s + before + u"\nlast"_s;
    m_after.description = u"first\n"_s + after + u"\nlast"_s;
    const ChangeRow longer = rows().first();
    QTEST(marked(longer.before.at(1)), "removed");
    QTEST(marked(longer.after.at(1)), "added");
}

void tst_ChangeRows::longDifferenceIsCounted()
{
    QByteArray text("{\n");
    for (int i = 0; i < 1000; ++i)
        text += "\"" + QByteArray::number(i) + "\":1,\n";
    m_after.extraInfo = JsonText(text + "\"end\":1\n}");
    const ChangeRow row = rows().first();
    QVERIFY(row.after.size() < 250);
    QCOMPARE(row.after.last().kind, Kind::Note);
    QVERIFY(row.after.last().text.startsWith("more lines: "_L1));
}

void tst_ChangeRows::descriptionIsComparedByLines()
{
    m_before.description = u"one\ntwo\nthree"_s;
    m_after.description = u"one\n2\nthree"_s;
    QCOMPARE(rows().first().note, u"1 of 3 lines"_s);
    m_after.description = u"one\r\ntwo\r\nthree"_s;
    QCOMPARE(rows().first().note, u"only line ends"_s);
}

void tst_ChangeRows::labelsAreOneRow()
{
    m_after.labels = {{u"lang"_s, u"zh"_s}, {u"stage"_s, u"prod"_s}, {u"new"_s, u"1"_s}};
    const ChangeRow row = rows().first();
    QCOMPARE(row.note, u"2 added, 2 removed"_s);
    QCOMPARE(texts(row.before, Kind::Removed), (QStringList{u"stage=dev"_s, u"team=nlp"_s}));
    QCOMPARE(texts(row.after, Kind::Added), (QStringList{u"stage=prod"_s, u"new=1"_s}));
}

void tst_ChangeRows::hostileTextIsMarked()
{
    m_after.name = u"a\u202Eb"_s;
    QCOMPARE(rows().first().after.first().text, u"a⟦U+202E⟧b"_s);
}

MODELSCRIBE_TEST(tst_ChangeRows)

} // namespace tst_changerows

#include "tst_changerows.moc"
