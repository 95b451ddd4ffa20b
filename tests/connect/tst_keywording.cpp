// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/keywording.h"

#include "connect/checkwording.h"
#include "testclass.h"

#include <QSet>
#include <QTest>

namespace tst_keywording {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const QDateTime someTime({2026, 1, 2}, {3, 0, 0}, Qt::UTC);

} // namespace

class tst_KeyWording : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyTroubleHasWordsOfItsOwn();
    void offersSayWhatIsToBeHad_data();
    void offersSayWhatIsToBeHad();
    void sourcesAreNamed_data();
    void sourcesAreNamed();
    void stepsSayWhatWasFound_data();
    void stepsSayWhatWasFound();
    void whatCouldMisleadIsShown();
};

void tst_KeyWording::everyTroubleHasWordsOfItsOwn()
{
    QSet<QString> words;
    QSet<QString> texts;
    constexpr int count = int(KeyTrouble::Kind::Damaged) + 1;
    for (int i = 0; i < count; ++i) {
        const KeyTrouble trouble{.kind = KeyTrouble::Kind(i), .subject = u"S"_s, .time = someTime};
        words.insert(keywording::trouble(trouble));
        texts.insert(trouble.text());
    }
    QCOMPARE(words.size(), count);
    QCOMPARE(texts.size(), count - 1); // of strange characters and damages the subject says all
    QVERIFY(!words.contains(QString()) && !texts.contains(QString()));
}

void tst_KeyWording::offersSayWhatIsToBeHad_data()
{
    QTest::addColumn<KeyOffer>("offer");
    QTest::addColumn<QString>("said");
    QTest::newRow("key") << KeyOffer{.shownId = u"LTAI…0001"_s} << u"AccessKey LTAI…0001"_s;
    QTest::newRow("role") << KeyOffer{.shownId = u"LTAI…0001"_s, .roleName = u"editor"_s}
                          << u"RAM role editor"_s;
    QTest::newRow("sign-in") << KeyOffer{.shownId = u"STS.…0002"_s,
                                         .until = someTime.addSecs(58 * 60)}
                             << u"STS.…0002, 58 min left"_s;
    QTest::newRow("program") << KeyOffer{.command = u"a --password CANARY"_s}
                             << u"Runs a program"_s;
    QTest::newRow("address") << KeyOffer{.mode = KeyMode::CredentialsURI} << u"From an address"_s;
    QTest::newRow("none") << KeyOffer{.whyNot = KeyTrouble{.subject = u"access_key_id"_s}}
                          << u"access_key_id is not set"_s;
}

void tst_KeyWording::offersSayWhatIsToBeHad()
{
    QFETCH(KeyOffer, offer);
    QTEST(keywording::offer(offer, someTime), "said");
}

void tst_KeyWording::sourcesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("keychain") << u"keychain"_s << u"Keychain: AccessKey"_s;
    QTest::newRow("token") << u"keychain-token"_s << u"Keychain: AccessKey and token"_s;
    QTest::newRow("session") << u"session"_s << u"This session only"_s;
    QTest::newRow("environment") << u"environment"_s << u"Environment"_s;
    QTest::newRow("aliyun") << u"aliyun:train"_s << u"Aliyun CLI, profile train"_s;
    QTest::newRow("ini") << u"ini:default"_s << u"Credentials file, section default"_s;
    QTest::newRow("newer") << u"passkey"_s << u"“passkey”, of a newer version"_s;
}

void tst_KeyWording::sourcesAreNamed()
{
    QFETCH(QString, text);
    const KeysFrom from = KeysFrom::fromText(text);
    QCOMPARE(from.text(), text);
    QTEST(keywording::source(from), "said");
}

void tst_KeyWording::stepsSayWhatWasFound_data()
{
    QTest::addColumn<CheckStep>("step");
    QTest::addColumn<QString>("said");
    using Kind = CheckStep::Kind;
    using State = CheckStep::State;
    const auto row = [](const char *name, CheckStep step, const QString &said) {
        if (step.state == State::Waiting)
            step.state = State::Passed;
        QTest::newRow(name) << step << said;
    };
    row("name", {.subject = u"47.103.24.9"_s, .time = std::chrono::milliseconds(12)},
        u"47.103.24.9, 12 ms"_s);
    row("proxy", {.subject = u"proxy:3128"_s, .isProxy = true}, u"by proxy proxy:3128"_s);
    row("plain", {.kind = Kind::Tls}, u"not needed on this computer"_s);
    row("key", {.kind = Kind::Keys, .subject = u"LTAI…0001"_s}, u"LTAI…0001"_s);
    row("temporary key",
        {.kind = Kind::Keys, .subject = u"STS.…0002"_s, .until = someTime.addSecs(3 * 3600)},
        u"STS.…0002, 3 h left"_s);
    row("models", {.kind = Kind::Models, .count = 8412}, u"models: 8412"_s);
    row("given workspace", {.kind = Kind::Workspaces, .state = State::Warned},
        u"not allowed; the workspace is given"_s);
    row("running", {.kind = Kind::Keys, .state = State::Running}, QString());
    row("failed", {.kind = Kind::Keys, .state = State::Failed}, QString());
    row("not tried", {.kind = Kind::Keys, .state = State::NotTried}, u"not tried"_s);
}

void tst_KeyWording::stepsSayWhatWasFound()
{
    QFETCH(CheckStep, step);
    QTEST(checkwording::detail(step, someTime), "said");
    QVERIFY(!checkwording::title(step.kind).isEmpty());
}

//! Names come from files that anybody may have written.
void tst_KeyWording::whatCouldMisleadIsShown()
{
    const KeysFrom from{KeysFrom::Kind::AliyunProfile, u"a\u202Eb\n"_s};
    QCOMPARE(keywording::source(from), u"Aliyun CLI, profile a⟦U+202E⟧b⏎"_s);
}

MODELSCRIBE_TEST(tst_KeyWording)

} // namespace tst_keywording

#include "tst_keywording.moc"
