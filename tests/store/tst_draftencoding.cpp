// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftencoding.h"

#include "model/modelfields.h"
#include "store/bytes.h"
#include "storetesting.h"
#include "testclass.h"

namespace tst_draftencoding {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

class tst_DraftEncoding : public QObject
{
    Q_OBJECT

private slots:
    void anyTextSurvives_data();
    void anyTextSurvives();
    void wholeModelSurvives();
    void emptyModelSurvives();
    void everyFieldOfTheTableIsKept();
    void largeExtraInfoCostsItsDifference_data();
    void largeExtraInfoCostsItsDifference();
    void differenceNeedsItsBase();
    void randomEditsSurvive();
    void damagedBytesAreNoModel();
    void sealNoticesEveryByte();
    void numbersSurvive();
};

void tst_DraftEncoding::anyTextSurvives_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("chinese") << u"模型"_s;
    QTest::newRow("byte order mark") << u"\uFEFFa"_s;
    QTest::newRow("NUL") << QString(u"a\0b"_s + QChar(0));
    QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xD83D);
    QTest::newRow("lone low surrogate") << QString(QChar(0xDE00)) + u"b"_s;
    QTest::newRow("emoji") << u"😀"_s;
    QTest::newRow("bidi and control") << u"\u202E\u0007\u200B\r\n\t"_s;
    QTest::newRow("noncharacter") << QString(QChar(0xFFFE)) + QChar(0xFFFF);
    QTest::newRow("replacement character") << u"\uFFFD"_s;
    QTest::newRow("like a mark") << u"w"_s;
}

void tst_DraftEncoding::anyTextSurvives()
{
    QFETCH(QString, text);
    RegisteredModel model{.id = text};
    model.metadata.name = text;
    model.metadata.labels = {{text, text}, {text, {}}};
    model.unknown = {{text, JsonText(text.toUtf8())}};
    const auto read = encoding::toModel(encoding::fromModel(model));
    QVERIFY(read);
    QCOMPARE(*read, model);
}

void tst_DraftEncoding::wholeModelSurvives()
{
    RegisteredModel model = fullDraft(u"m-1"_s).base;
    model.userId = u"1"_s;
    model.ownerId = u"2"_s;
    model.created = u"not a time"_s;
    model.latestVersionModified = u"3"_s;
    model.latestVersionName = u"0.1"_s;
    model.metadata.extraInfo = JsonText(QByteArray("{\"a\":\"\xff\xc0\x80\0\"", 11)); // no UTF-8
    const auto read = encoding::toModel(encoding::fromModel(model));
    QVERIFY(read);
    QCOMPARE(*read, model);
}

void tst_DraftEncoding::emptyModelSurvives()
{
    const auto read = encoding::toModel(encoding::fromModel({}));
    QVERIFY(read);
    QCOMPARE(*read, RegisteredModel());
}

void tst_DraftEncoding::everyFieldOfTheTableIsKept()
{
    ModelMetadata metadata;
    for (const ModelField &field : modelFields)
        field.write(metadata, field.kind == FieldKind::JsonObject
                                  ? FieldValue(JsonText("{\"k\":1.0}"))
                                  : FieldValue(u"value of "_s + field.key));
    const auto read = encoding::toMetadata(encoding::fromMetadata(metadata));
    QVERIFY(read);
    QCOMPARE(*read, metadata);
}

void tst_DraftEncoding::largeExtraInfoCostsItsDifference_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<qsizetype>("mostBytes");
    const QByteArray large = largeJson(500'000);
    const auto row = [&](const char *name, const QByteArray &after, qsizetype mostBytes) {
        QTest::newRow(name) << large << after << mostBytes;
    };
    row("unchanged", large, 100);
    row("a key in the middle", QByteArray(large).insert(250'000, 'x'), 100);
    row("at the start", ' ' + large, 100);
    row("at the end", large + '\n', 100);
    row("a character gone", QByteArray(large).remove(100'000, 1), 100);
    row("twice", large + large, large.size() * 2 + 100);
    row("keys far apart", QByteArray(large).insert(490'000, 'x').insert(10'000, "yy"), 2'000);
    row("halves changed places", large.sliced(250'000) + large.first(250'000), 2'000);
    QByteArray everywhere = large;
    for (qsizetype at = 5'000; at < everywhere.size(); at += 10'000)
        everywhere.remove(at, 3);
    row("fifty places", everywhere, 60'000);
    row("cut to half", large.first(large.size() / 2), 100);
    row("both ends", '[' + large + ']', 2'000);
    row("all else", largeJson(500'000, 7), 600'000);
    row("now short", "{}", 100);
    row("now empty", {}, 100);
    QTest::newRow("repeating") << QByteArray(10'000, 'a') << QByteArray(10'001, 'a')
                               << qsizetype(100);
    QTest::newRow("repeating, shorter")
        << QByteArray(10'001, 'a') << QByteArray(10'000, 'a') << qsizetype(100);
    QTest::newRow("from short") << QByteArray("{}") << large << qsizetype(600'000);
}

void tst_DraftEncoding::largeExtraInfoCostsItsDifference()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(qsizetype, mostBytes);
    const ModelMetadata base{.extraInfo = JsonText(before)};
    const ModelMetadata edited{.name = u"n"_s, .extraInfo = JsonText(after)};
    const QByteArray bytes = encoding::fromMetadata(edited, base);
    QVERIFY2(bytes.size() <= mostBytes, QByteArray::number(bytes.size()).constData());
    const auto read = encoding::toMetadata(bytes, base);
    QVERIFY(read);
    QVERIFY(*read == edited);
}

void tst_DraftEncoding::differenceNeedsItsBase()
{
    const ModelMetadata base{.extraInfo = JsonText(largeJson(10'000))};
    const ModelMetadata edited{.extraInfo = JsonText(largeJson(10'000) + ' ')};
    const QByteArray bytes = encoding::fromMetadata(edited, base);
    const auto read = encoding::toMetadata(bytes, {});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Decode);
}

void tst_DraftEncoding::randomEditsSurvive()
{
    QRandomGenerator random(seed());
    qInfo("seed %u", seed());
    QByteArray before = largeJson(6'000);
    for (int i = 0; i < 500; ++i) {
        QByteArray after = before;
        for (int edit = random.bounded(1, 4); edit > 0; --edit) {
            const auto at = qsizetype(random.bounded(int(after.size())));
            after.replace(at, random.bounded(50),
                          QByteArray(random.bounded(50), char(random.bounded(256))));
        }
        const ModelMetadata base{.extraInfo = JsonText(before)};
        const ModelMetadata edited{.extraInfo = JsonText(after)};
        const auto read = encoding::toMetadata(encoding::fromMetadata(edited, base), base);
        QVERIFY(read);
        QVERIFY(*read == edited);
        if (after.size() > 5'000)
            before = after;
    }
}

void tst_DraftEncoding::damagedBytesAreNoModel()
{
    // Whatever comes out, nothing may be read past the end or grow without bound.
    QRandomGenerator random(seed());
    const Draft draft = fullDraft(u"m-1"_s, 6'000);
    const QByteArray model = encoding::fromModel(draft.base);
    const QByteArray edited = encoding::fromMetadata(draft.edited, draft.base.metadata);
    int refused = 0;
    for (int i = 0; i < 5'000; ++i) {
        QByteArray bytes = i % 2 ? model : edited;
        for (int flips = random.bounded(4); flips > 0; --flips)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        if (random.bounded(2))
            bytes.truncate(random.bounded(int(bytes.size())));
        refused += encoding::toModel(bytes) ? 0 : 1;
        refused += encoding::toMetadata(bytes, draft.base.metadata) ? 0 : 1;
    }
    QVERIFY2(refused > 1'000, QByteArray::number(refused).constData());
    for (qsizetype size = 1; size < edited.size(); ++size)
        std::ignore = encoding::toMetadata(edited.first(size), draft.base.metadata);
}

void tst_DraftEncoding::sealNoticesEveryByte()
{
    const QByteArray sealed = seal('D', "body", "columns");
    QVERIFY(isIntact('D', sealed, "columns"));
    QCOMPARE(sealedBody(sealed).toByteArray(), "body");
    QVERIFY(!isIntact('E', sealed, "columns"));
    QVERIFY(!isIntact('D', sealed, "Columns"));
    QVERIFY(!isIntact('D', sealed + ' ', "columns"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray other = sealed;
        other[i] = char(other[i] ^ 1);
        QVERIFY2(!isIntact('D', other, "columns"), QByteArray::number(i).constData());
        QVERIFY(!isIntact('D', sealed.first(i), "columns"));
    }
}

void tst_DraftEncoding::numbersSurvive()
{
    const QList<quint64> numbers = {0, 1, 127, 128, 300, 1ULL << 32, ~0ULL, 1ULL << 63};
    ByteWriter out;
    for (const quint64 number : numbers)
        out.number(number);
    ByteReader in(out.result());
    for (const quint64 number : numbers)
        QCOMPARE(in.number(), number);
    QVERIFY(in.ok() && in.atEnd());
    QCOMPARE(in.number(), quint64(0));
    QVERIFY(!in.ok());
}

MODELSCRIBE_TEST(tst_DraftEncoding)

} // namespace tst_draftencoding

#include "tst_draftencoding.moc"
