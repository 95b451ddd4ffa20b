// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"
#include "testclass.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

namespace tst_output {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! Output into files, for reading back.
struct Captured
{
    std::FILE *results = std::tmpfile();
    std::FILE *messages = std::tmpfile();
    Output output{results, messages};

    ~Captured()
    {
        std::fclose(results);
        std::fclose(messages);
    }

    static QByteArray textOf(std::FILE *file)
    {
        std::fflush(file);
        std::rewind(file);
        QByteArray text(100'000, '\0');
        text.resize(qsizetype(std::fread(text.data(), 1, size_t(text.size()), file)));
        return text;
    }
};

} // namespace

class tst_Output : public QObject
{
    Q_OBJECT

private slots:
    void terminalTextCannotMoveTheCursor();
    void csvBeginsWithAMarkWhenAsked();
    void formatIsJsonUnlessOnATerminal();
    void errorsAreOneLine();
    void errorsAreAnObjectTooWhenJsonWasAskedFor();
    void aBrokenConnectionNamesItsCause();
    void progressIsOnlyForTerminals();
    void lostResultsAreNoticed();
};

void tst_Output::terminalTextCannotMoveTheCursor()
{
    const QString text = tableText({{u"A"_s}, {{u"\x1b[2J\u202Ex\ny"_s}}});
    QCOMPARE(text, u"A\n⟦U+001B⟧[2J⟦U+202E⟧x⏎y\n"_s);
    Captured captured;
    captured.output.note(u"a\x1b]0;x\x07"_s);
    QCOMPARE(Captured::textOf(captured.messages), QByteArray("a⟦U+001B⟧]0;x⟦U+0007⟧\n"));
}

void tst_Output::csvBeginsWithAMarkWhenAsked()
{
    const Table table{{u"a"_s}, {{u"=1"_s}}};
    Captured plain;
    plain.output.csv(table);
    QCOMPARE(Captured::textOf(plain.results), "a\r\n'=1\r\n"_ba);
    Captured marked;
    marked.output.setCsvStyle({.guard = FormulaGuard::Off, .withMark = true});
    marked.output.csv(table);
    QCOMPARE(Captured::textOf(marked.results), "\xEF\xBB\xBF"
                                               "a\r\n=1\r\n"_ba);
}

void tst_Output::formatIsJsonUnlessOnATerminal()
{
    Captured captured;
    QCOMPARE(captured.output.format(), Output::Format::Json);
    captured.output.setFormat(Output::Format::Table);
    QCOMPARE(captured.output.format(), Output::Format::Table);
}

void tst_Output::errorsAreOneLine()
{
    Captured captured;
    captured.output.error({.kind = Error::Kind::NotFound,
                           .code = u"201900002"_s,
                           .message = u"no\nsuch \x1b[1mmodel."_s,
                           .requestId = u"R-1"_s,
                           .httpStatus = 404});
    QCOMPARE(Captured::textOf(captured.messages),
             QByteArray("modelscribe-cli: The registry does not have this model: “no⏎such "
                        "⟦U+001B⟧[1mmodel”. Refresh the list; it may have been deleted. "
                        "[Code=201900002 RequestId=R-1 HTTP=404]\n"));
    QCOMPARE(Captured::textOf(captured.results), QByteArray());
}

void tst_Output::errorsAreAnObjectTooWhenJsonWasAskedFor()
{
    Captured captured;
    captured.output.setFormat(Output::Format::Json);
    captured.output.error({.kind = Error::Kind::Forbidden,
                           .code = u"Forbidden.RAM"_s,
                           .message = u"\u009B1m"_s,
                           .action = u"paimodel:GetModel"_s,
                           .httpStatus = 403,
                           .outcomeUnknown = true});
    const auto lines = Captured::textOf(captured.messages).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(!lines[1].contains("\u009B"));
    const QJsonObject error = QJsonDocument::fromJson(lines[1]).object()["Error"_L1].toObject();
    QCOMPARE(error["Kind"_L1].toString(), u"Forbidden"_s);
    QCOMPARE(error["Code"_L1].toString(), u"Forbidden.RAM"_s);
    QCOMPARE(error["Message"_L1].toString(), u"\u009B1m"_s);
    QCOMPARE(error["AuthAction"_L1].toString(), u"paimodel:GetModel"_s);
    QCOMPARE(error["HttpStatus"_L1].toInt(), 403);
    QVERIFY(error["OutcomeUnknown"_L1].toBool());
    QVERIFY(!error["Sentence"_L1].toString().isEmpty());
    QVERIFY(!error.contains("Detail"_L1));
}

void tst_Output::aBrokenConnectionNamesItsCause()
{
    Captured captured;
    captured.output.setFormat(Output::Format::Json);
    const QString detail = u"pai.example.com:443 by proxy 127.0.0.1:1: Connection refused"_s;
    captured.output.error({.kind = Error::Kind::Network, .detail = detail});
    captured.output.error({.kind = Error::Kind::Service,
                           .code = u"InvalidTimeStamp.Expired"_s,
                           .httpStatus = 400,
                           .clockOffset = -3600});
    const auto lines = Captured::textOf(captured.messages).trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].contains(detail.toUtf8()), lines[0].constData());
    const auto errorOf = [](const QByteArray &line) {
        return QJsonDocument::fromJson(line).object()["Error"_L1].toObject();
    };
    QCOMPARE(errorOf(lines[1])["Detail"_L1].toString(), detail);
    QVERIFY2(lines[2].contains("60 min behind"), lines[2].constData());
    QCOMPARE(errorOf(lines[3])["ClockOffset"_L1].toInt(), -3600);
}

void tst_Output::progressIsOnlyForTerminals()
{
    Captured captured;
    captured.output.progress(u"1 of 2"_s);
    captured.output.progress({});
    QCOMPARE(Captured::textOf(captured.messages), QByteArray());
}

void tst_Output::lostResultsAreNoticed()
{
    std::FILE *full = std::fopen("/dev/full", "w");
    if (!full)
        QSKIP("this system has no /dev/full");
    Output output(full, stderr);
    output.line(u"x"_s);
    QVERIFY(output.flush() == Output::Written::Failed);
    std::fclose(full);
    Captured captured;
    captured.output.line(u"x"_s);
    QVERIFY(captured.output.flush() == Output::Written::All);
}

MODELSCRIBE_TEST(tst_Output)

} // namespace tst_output

#include "tst_output.moc"
