// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wording.h"
#include "testclass.h"

#include <QSet>
#include <QTest>

#include <cstdio>

namespace tst_wording {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Wording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasASentence();
    void sentencesCarryTheServicesWords();
    void everyRowOfTheTableReadsWell();
    void saysWhatToDoWithWhatFailed_data();
    void saysWhatToDoWithWhatFailed();
    void everyTroubleOfTheDiskHasItsSentence_data();
    void everyTroubleOfTheDiskHasItsSentence();
    void lostWritesSaySo();
    void factsAreThePartsThatAreKnown();
    void everyProblemHasASentence();
    void everyJsonProblemHasASentence();
    void problemsSayWhatTheyAreAbout_data();
    void problemsSayWhatTheyAreAbout();
    void hostileTextIsShownVisibly();
};

void tst_Wording::everyKindHasASentence()
{
    QSet<QString> seen;
    for (int kind = 0; kind <= int(Error::Kind::Storage); ++kind) {
        const Error error{.kind = Error::Kind(kind), .detail = u"d"_s};
        const QString sentence = wording::whatHappened(error);
        QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(kind)));
        seen.insert(sentence);
        const bool obvious = error.kind == Error::Kind::Cancelled
                             || error.kind == Error::Kind::Invalid;
        QCOMPARE(wording::nextStep(error).isEmpty(), obvious);
    }
    QCOMPARE(seen.size(), int(Error::Kind::Storage) + 1);
}

void tst_Wording::sentencesCarryTheServicesWords()
{
    Error error{.kind = Error::Kind::Service, .code = u"QuotaExceeded"_s};
    QCOMPARE(wording::whatHappened(error), u"The registry refused: “QuotaExceeded”"_s);
    error.message = u"Too many models."_s;
    QCOMPARE(wording::whatHappened(error), u"The registry refused: “Too many models”"_s);
    const Error busy{.kind = Error::Kind::Service, .message = u"Try later"_s, .httpStatus = 503};
    QVERIFY2(wording::whatHappened(busy).contains(u"“Try later”"_s),
             qPrintable(wording::whatHappened(busy)));
    QCOMPARE(wording::whole(error), u"The registry refused: “Too many models”. Correct what it "
                                    "names, then try again."_s);
    QCOMPARE(wording::whatHappened({.kind = Error::Kind::Unauthorized, .detail = u"not set"_s}),
             u"There is no usable AccessKey: not set"_s);
    QCOMPARE(wording::whatHappened({.kind = Error::Kind::Unauthorized,
                                    .detail = u"for the log"_s,
                                    .code = u"InvalidAccessKeyId.NotFound"_s}),
             u"The registry does not know this AccessKey"_s);
    QCOMPARE(wording::whatHappened({.kind = Error::Kind::Forbidden}),
             u"You have no permission for this"_s);
    QCOMPARE(wording::whatHappened(
                 {.kind = Error::Kind::Forbidden, .action = u"paimodel:UpdateModel"_s}),
             u"You have no permission for this: paimodel:UpdateModel is missing"_s);
    QVERIFY(wording::whatHappened({.kind = Error::Kind::Invalid}).contains(u"before sending"_s));
    QVERIFY(wording::whatHappened({.kind = Error::Kind::Invalid, .detail = u"because"_s})
                .endsWith(u"because"_s));
}

//! The whole table, to be read; and what holds of every row, whatever the service says.
void tst_Wording::everyRowOfTheTableReadsWell()
{
    const QStringList messages{QString(), u"no"_s, u"It ends."_s, u"它结束了。"_s,
                               u"two. Sentences."_s};
    for (const Error &example : wording::errorExamples()) {
        const QStringList cells{QString::number(int(example.kind)), example.code,
                                wording::whatHappened(example), wording::nextStep(example)};
        std::printf("| %s |\n", qPrintable(cells.join(u" | "_s)));
        for (const QString &message : messages) {
            Error error = example;
            error.message = message;
            for (const bool unknown : {false, true}) {
                error.outcomeUnknown = example.outcomeUnknown || unknown;
                const QString what = wording::whatHappened(error);
                QVERIFY2(!what.endsWith(u'.') && !what.endsWith(u'。'), qPrintable(what));
                const QString whole = wording::whole(error);
                QVERIFY2(whole.endsWith(u'.'), qPrintable(whole));
                for (const QString &bad :
                     {u".."_s, u". ."_s, u".”."_s, u"。."_s, u"  "_s, u"%"_s, u"sign in again"_s})
                    QVERIFY2(!whole.contains(bad), qPrintable(whole));
                if (unknown)
                    QVERIFY2(whole.contains(u"check before"_s), qPrintable(whole));
            }
        }
    }
    std::fflush(stdout);
}

void tst_Wording::saysWhatToDoWithWhatFailed_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("sentence");
    using Kind = Error::Kind;
    const auto row = [](const char *name, const Error &error, const QString &sentence) {
        QTest::newRow(name) << error << sentence;
    };
    row("503 with words",
        {.kind = Kind::Service,
         .code = u"ServiceUnavailable"_s,
         .message = u"The request has failed due to a temporary failure of the server."_s,
         .httpStatus = 503},
        u"The registry is not available at the moment: “The request has failed due to a temporary "
        "failure of the server”. Wait a moment, then try again."_s);
    row("503 of a proxy", {.kind = Kind::Service, .httpStatus = 503},
        u"The registry is not available at the moment. Wait a moment, then try again."_s);
    row("500", {.kind = Kind::Service, .code = u"InternalError"_s, .httpStatus = 500},
        u"The registry itself failed. Wait a moment, then try again."_s);
    row("a clock a day late",
        {.kind = Kind::Service,
         .code = u"InvalidTimeStamp.Expired"_s,
         .message = u"Specified time stamp or date value is expired."_s,
         .httpStatus = 400,
         .clockOffset = 24 * 3600},
        u"The registry refused the time of the request: its clock is 24 h ahead of this "
        "computer’s. Set this computer’s clock, then try again."_s);
    row("a clock 16 minutes early",
        {.kind = Kind::Service, .code = u"InvalidTimeStamp.Expired"_s, .clockOffset = -16 * 60},
        u"The registry refused the time of the request: its clock is 16 min behind this "
        "computer’s. Set this computer’s clock, then try again."_s);
    row("a clock that nobody told",
        {.kind = Kind::Service,
         .code = u"InvalidTimeStamp.Expired"_s,
         .message = u"It is expired."_s},
        u"The registry refused the time of the request: “It is expired”. Set this computer’s "
        "clock, then try again."_s);
    row("proxy", {.kind = Kind::Network, .detail = u"a:443 by proxy b:80: Connection refused"_s},
        u"The registry could not be reached (a:443 by proxy b:80: Connection refused). Check the "
        "network, the proxy and the endpoint, then try again."_s);
    row("time", {.kind = Kind::Timeout, .detail = u"a:443: no connection within 10 s"_s},
        u"The registry did not answer in time (a:443: no connection within 10 s). Wait a moment, "
        "then try again."_s);
    row("wrong secret",
        {.kind = Kind::Unauthorized,
         .detail = sameTextSigned,
         .code = u"SignatureDoesNotMatch"_s,
         .message = u"The request signature does not match our calculation."_s,
         .httpStatus = 400},
        u"The secret does not belong to this AccessKey: “The request signature does not match our "
        "calculation”. Enter the secret of the AccessKey again."_s);
    row("other text",
        {.kind = Kind::Unauthorized, .code = u"SignatureDoesNotMatch"_s, .httpStatus = 400},
        u"The registry refused the request’s signature. Enter the secret of the AccessKey again; "
        "if it is right, something in between changes requests."_s);
    row("409", {.kind = Kind::Conflict, .message = u"In use."_s, .httpStatus = 409},
        u"It conflicts with what the registry holds: “In use”. Refresh, check what is there, then try again."_s);
}

void tst_Wording::saysWhatToDoWithWhatFailed()
{
    QFETCH(Error, error);
    QTEST(wording::whole(error), "sentence");
}

void tst_Wording::everyTroubleOfTheDiskHasItsSentence_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"full", "read-only", "locked", "slow", "newer-version", "is-directory",
                             "no-rights", "symbolic-link", "damaged"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void tst_Wording::everyTroubleOfTheDiskHasItsSentence()
{
    QFETCH(QString, code);
    const Error any{
        .kind = Error::Kind::Storage, .detail = u"SQLite said no"_s, .code = u"failed"_s};
    Error error = any;
    error.code = code;
    QVERIFY(wording::whatHappened(any).contains(u"SQLite said no"_s));
    QVERIFY(wording::whatHappened(error) != wording::whatHappened(any));
    QVERIFY(!wording::whatHappened(error).contains(u"SQLite"_s));
    QVERIFY(!wording::nextStep(error).isEmpty());
}

void tst_Wording::lostWritesSaySo()
{
    const Error lost{.kind = Error::Kind::Network, .outcomeUnknown = true};
    QVERIFY(wording::whatHappened(lost) != wording::whatHappened({.kind = Error::Kind::Network}));
    QVERIFY(wording::nextStep(lost).contains(u"check before"_s));
}

void tst_Wording::factsAreThePartsThatAreKnown()
{
    QCOMPARE(wording::facts({}), QString());
    QCOMPARE(wording::facts({.code = u"A"_s, .requestId = u"B"_s, .httpStatus = 404}),
             u"Code=A RequestId=B HTTP=404"_s);
    QCOMPARE(wording::facts({.httpStatus = 500}), u"HTTP=500"_s);
}

void tst_Wording::everyProblemHasASentence()
{
    QSet<QString> seen;
    for (int code = 0; code <= int(Problem::Code::OuterSpace); ++code) {
        const QString sentence = wording::problem(
            {.key = u"ModelName"_s, .code = Problem::Code(code)});
        QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(code)));
        seen.insert(sentence);
    }
    QCOMPARE(seen.size(), int(Problem::Code::OuterSpace) + 1);
}

void tst_Wording::everyJsonProblemHasASentence()
{
    QSet<QString> seen;
    for (int code = 0; code <= int(JsonProblem::Code::NotAnObject); ++code) {
        const QString sentence = wording::jsonProblem({.code = JsonProblem::Code(code)});
        QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(code)));
        seen.insert(sentence);
    }
    QCOMPARE(seen.size(), int(JsonProblem::Code::NotAnObject) + 1);
}

void tst_Wording::problemsSayWhatTheyAreAbout_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("code");
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    using Code = Problem::Code;
    const auto row = [](const char *name, const QString &key, Code code, qsizetype limit,
                        const QString &text, const QString &sentence) {
        QTest::newRow(name) << key << int(code) << limit << text << sentence;
    };
    row("long name", u"ModelName"_s, Code::TooLong, 127, {}, u"At most 127 characters"_s);
    row("long label", u"Labels"_s, Code::TooLong, 128, u"k"_s,
        u"Label “k”: key and value take at most 128 bytes each"_s);
    row("label named like a place holder", u"Labels"_s, Code::TooLong, 128, u"%2"_s,
        u"Label “%2”: key and value take at most 128 bytes each"_s);
    row("size", u"ParameterSize"_s, Code::NotANumber, 0, {},
        u"Not a size: write millions (350), or with a unit 350M, 7B, 0.5B"_s);
    row("number", u"OrderNumber"_s, Code::NotANumber, 0, {}, u"Not a whole number"_s);
    row("no host", u"ModelDoc"_s, Code::BadAddress, 0, {}, u"The address has no host"_s);
    row("scheme", u"ModelDoc"_s, Code::BadAddress, 0, u"smb"_s,
        u"Only http, https and oss addresses with a host are accepted"_s);
    row("twice", u"Labels"_s, Code::DuplicateLabel, 0, u"k"_s, u"Label “k” appears twice"_s);
    row("JSON", u"ExtraInfo"_s, Code::NotJson, 0, {}, u"Not a JSON object"_s);
}

void tst_Wording::problemsSayWhatTheyAreAbout()
{
    QFETCH(QString, key);
    QFETCH(int, code);
    QFETCH(qsizetype, limit);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    QCOMPARE(
        wording::problem({.key = key, .code = Problem::Code(code), .limit = limit, .text = text}),
        sentence);
}

void tst_Wording::hostileTextIsShownVisibly()
{
    const Error error{.kind = Error::Kind::Service,
                      .code = u"a\nb"_s,
                      .message = u"\x1b[2J<b>"_s,
                      .requestId = u"\u202E"_s};
    QVERIFY(wording::whatHappened(error).endsWith(u"“⟦U+001B⟧[2J<b>”"_s));
    QCOMPARE(wording::facts(error), u"Code=a⏎b RequestId=⟦U+202E⟧"_s);
    const auto sentence = wording::problem(
        {.key = u"ExtraInfo"_s,
         .code = Problem::Code::NotJson,
         .json = JsonProblem{.code = JsonProblem::Code::BadNumber, .line = 3, .column = 4}});
    QCOMPARE(sentence, u"Line 3, column 4: This is not a JSON number"_s);
}

MODELSCRIBE_TEST(tst_Wording)

} // namespace tst_wording

#include "tst_wording.moc"
