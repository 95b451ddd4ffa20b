// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "core/wipe.h"
#include "signing/accesskey.h"
#include "signing/acs3signature.h"
#include "testclass.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <optional>

namespace tst_accesskey {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_LINUX
//! A secret made by chance, which stands nowhere in this program as it is.
class HiddenSecret
{
public:
    HiddenSecret()
    {
        for (char &c : m_hidden)
            c = char('A' + QRandomGenerator::system()->bounded(26)) ^ key;
    }

    QByteArray plain() const
    {
        QByteArray text(qsizetype(m_hidden.size()), '\0');
        for (qsizetype i = 0; i < text.size(); ++i)
            text[i] = m_hidden[size_t(i)] ^ key;
        return text;
    }

    //! How often it is in the memory of this process as Latin-1 or UTF-16, or all but its first 16
    //! characters, which are written over where memory is freed.
    int countInMemory() const
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly)
            || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return -1;
        int count = 0;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList words = line.split(' ');
            const QByteArrayList ends = words.first().split('-');
            if (ends.size() != 2 || !words.value(1).startsWith("rw"))
                continue;
            const qint64 begin = ends[0].toLongLong(nullptr, 16);
            const qint64 end = ends[1].toLongLong(nullptr, 16);
            if (end - begin < 256 * 1024 * 1024) // a sanitizer has more for its own notes
                count += countBetween(memory, begin, end);
        }
        return count;
    }

private:
    static constexpr char key = 0x55;
    static constexpr size_t skipped = 16;

    int countBetween(QFile &memory, qint64 begin, qint64 end) const
    {
        static std::array<char, 64 * 1024> part; // read into one place, which does not count
        int count = 0;
        const qint64 overlap = qint64(2 * m_hidden.size());
        for (qint64 at = begin; at < end; at += qint64(part.size()) - overlap) {
            memory.seek(at);
            const qint64 size = memory.read(part.data(), qMin(qint64(part.size()), end - at));
            for (qint64 i = 0; i + overlap <= size; ++i) {
                const qint64 own = qint64(reinterpret_cast<quintptr>(part.data()));
                const bool isOwn = at + i >= own && at + i < own + qint64(part.size());
                count += !isOwn && (isAt(part.data() + i, 1) || isAt(part.data() + i, 2));
            }
            if (size <= 0)
                break;
        }
        part.fill(0);
        return count;
    }
    bool isAt(const char *text, size_t width) const
    {
        for (size_t i = skipped; i < m_hidden.size(); ++i) {
            if ((text[i * width] ^ key) != m_hidden[i])
                return false;
        }
        return true;
    }

    std::array<char, 40> m_hidden;
};
#endif

} // namespace

class tst_AccessKey : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyWithoutIdOrSecret();
    void showsAtMostTheEndsOfItsId_data();
    void showsAtMostTheEndsOfItsId();
    void namesWhatCameAlongWhenItWasCopied_data();
    void namesWhatCameAlongWhenItWasCopied();
    void theLastCopyLeavesNothingInMemory();
    void whatOthersHoldIsNotWiped();
};

void tst_AccessKey::isEmptyWithoutIdOrSecret()
{
    QVERIFY(AccessKey().isEmpty());
    QVERIFY((AccessKey{.id = "a"}).isEmpty());
    QVERIFY((AccessKey{.secret = "b"}).isEmpty());
    QVERIFY(!(AccessKey{.id = "a", .secret = "b"}).isEmpty());
}

void tst_AccessKey::showsAtMostTheEndsOfItsId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("short") << QByteArray("LTAI1234") << QByteArray("********");
    QTest::newRow("usual") << QByteArray("LTAI5tExampleKeyId9xYz") << QByteArray("LTAI…9xYz");
}

void tst_AccessKey::showsAtMostTheEndsOfItsId()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, shown);
    QCOMPARE((AccessKey{.id = id, .secret = "never shown"}).shownId(), shown);
}

void tst_AccessKey::namesWhatCameAlongWhenItWasCopied_data()
{
    QTest::addColumn<AccessKey>("key");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const AccessKey &key, const QString &said = {}) {
        QTest::newRow(name) << key << said;
    };
    row("usual", {.id = "LTAI5tExample", .secret = "a9Z+/=", .securityToken = "CAIS+/=="});
    row("zero width in the secret", {.id = "a", .secret = "b\u200B"}, u"secret has U+200B"_s);
    row("no-break space in the secret", {.id = "a", .secret = "b\u00A0c"}, u"secret has U+00A0"_s);
    row("blank in the secret", {.id = "a", .secret = "b c"}, u"secret has U+0020"_s);
    row("line break in the secret", {.id = "a", .secret = "b\nc"}, u"secret has U+000A"_s);
    row("bytes that are no text in the secret", {.id = "a", .secret = "b\xE9"},
        u"secret has U+FFFD"_s);
    row("byte order mark in the id", {.id = "\uFEFFa", .secret = "b"}, u"ID has U+FEFF"_s);
    row("look-alike in the id", {.id = "\uFF21", .secret = "b"}, u"ID has U+FF21"_s);
    row("direction in the token", {.id = "a", .secret = "b", .securityToken = "c\u202Ed\u200B"},
        u"token has U+202E, U+200B"_s);
}

void tst_AccessKey::namesWhatCameAlongWhenItWasCopied()
{
    QFETCH(AccessKey, key);
    QFETCH(QString, said);
    const auto strange = key.strangeCharacters();
    const QString told = strange ? strange->text() : QString();
    QCOMPARE(told.isEmpty(), said.isEmpty());
    QVERIFY2(told.contains(said), qPrintable(told));
}

void tst_AccessKey::theLastCopyLeavesNothingInMemory()
{
#ifdef Q_OS_LINUX
    const HiddenSecret secret;
    {
        std::optional<AccessKey> key(std::in_place);
        *key = {.id = "LTAI", .secret = secret.plain(), .securityToken = "token"};
        QCOMPARE(secret.countInMemory(), 1);
        const auto answer = readyResult<AccessKey>(*key);
        Result<AccessKey> held = answer.result();
        key.reset();
        QCOMPARE(secret.countInMemory(), 1);
        QVERIFY(!acs3::sign({.method = "GET", .canonicalUri = "/"}, *held).signature.isEmpty());
    }
    QCOMPARE(secret.countInMemory(), 0);
    {
        QString text = QString::fromLatin1(AccessKey{.secret = secret.plain()}.secret);
        QCOMPARE(secret.countInMemory(), 1);
        wipe(text);
        QVERIFY(text.isEmpty());
    }
    QCOMPARE(secret.countInMemory(), 0);
#else
    QSKIP("only Linux shows a process its memory");
#endif
}

void tst_AccessKey::whatOthersHoldIsNotWiped()
{
    AccessKey key{.id = "LTAI", .secret = QByteArray("sec") + "ret"};
    const QByteArray copy = key.secret;
    {
        const AccessKey other = key;
    }
    QCOMPARE(key.secret, "secret"_ba);
    wipe(key.secret);
    QVERIFY(key.secret.isEmpty());
    QCOMPARE(copy, "secret"_ba);
}

MODELSCRIBE_TEST(tst_AccessKey)

} // namespace tst_accesskey

#include "tst_accesskey.moc"
