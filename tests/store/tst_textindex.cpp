// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textindex.h"

#include "core/foldedtext.h"
#include "model/searchtext.h"
#include "model/variedmodel.h"
#include "storetesting.h"
#include "testclass.h"
#include "testpaths.h"
#include "textindexworld.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <thread>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace tst_textindex {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

class tst_TextIndex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatAPlainScanFinds_data();
    void findsWhatAPlainScanFinds();
    void refinesAmongSlots();
    void emptyNeedleIsInAll();
    void stopsWhenTold();
    void changesAreFoundAtOnce();
    void findsWhileOthersArePut();
    void isTheSameAfterARestart();
    void removedTextsStayRemoved();
    void filesStayFew();
    void damagedFilesAreNotRead_data();
    void damagedFilesAreNotRead();
    void secondProcessKeepsToItself();
    void worksInMemoryWhenTheDiskIsFull();
    void aKillLeavesWhatWasFlushed();

private:
    static constexpr int count = 2000;
    std::unique_ptr<TextIndex> filled(const QString &folder, int from = 0, int to = count) const;
    Bits scan(QByteArrayView needle, quint32 from = 0, quint32 to = count) const;
    QString randomPart(QRandomGenerator &random) const;

    std::vector<QByteArray> m_texts;
    QTemporaryDir m_segments; //!< Three whole ones.
};

void tst_TextIndex::initTestCase()
{
    for (int i = 0; i < count; ++i)
        m_texts.push_back(searchText(variedModel(i)));
    filled(m_segments.path(), 0, 1536)->flush();
}

std::unique_ptr<TextIndex> tst_TextIndex::filled(const QString &folder, int from, int to) const
{
    auto index = std::make_unique<TextIndex>(folder, 512);
    for (int i = from; i < to; ++i)
        index->put(quint32(i), quint64(i) + 1, m_texts[size_t(i)]);
    return index;
}

Bits tst_TextIndex::scan(QByteArrayView needle, quint32 from, quint32 to) const
{
    Bits result(count);
    for (quint32 i = from; i < to; ++i) {
        if (m_texts[i].contains(needle))
            result.set(i);
    }
    return result;
}

//! A part of some text as a person may type it.
QString tst_TextIndex::randomPart(QRandomGenerator &random) const
{
    const QString text = QString::fromUtf8(m_texts[random.bounded(quint32(count))]);
    const auto lines = text.split(u'\n');
    const QString line = lines[random.bounded(lines.size())];
    const auto length = 1 + random.bounded(random.bounded(8) == 0 ? 60 : 9);
    return line.mid(random.bounded(std::max<qsizetype>(1, line.size() - length + 1)), length);
}

void tst_TextIndex::findsWhatAPlainScanFinds_data()
{
    QTest::addColumn<bool>("flushed");
    QTest::newRow("half in the tail") << false;
    QTest::newRow("all in segments") << true;
}

void tst_TextIndex::findsWhatAPlainScanFinds()
{
    QFETCH(bool, flushed);
    const QTemporaryDir folder;
    const auto index = filled(folder.filePath(u"index"_s));
    if (flushed)
        index->flush();
    QStringList needles = {
        u"e"_s,   u"中"_s,       u"模型"_s,          u"的模型"_s,     u"qwen3-电商"_s,
        u"4.9"_s, u"ＢＥＲＴ"_s, u"cafe\u0301"_s,    u"7B"_s,         u"TRANSFORMER"_s,
        u"a/b"_s, u"com/"_s,     u"team=team-1"_s,   u"\u00A0of\n"_s, u"zzzzzz"_s,
        u"=zh"_s, u"😀"_s,        u"performance of"_s};
    QRandomGenerator random(seed());
    qInfo("seed %u", seed());
    while (needles.size() < 1000)
        needles.append(randomPart(random));
    int hits = 0;
    for (const QString &needle : needles) {
        const QByteArray folded = foldedText(needle).toUtf8();
        const Bits expected = scan(folded);
        const Bits found = index->find(folded);
        hits += int(found.count());
        if (found != expected)
            QFAIL(qPrintable(
                u"%1: %2 instead of %3"_s.arg(needle).arg(found.count()).arg(expected.count())));
    }
    QVERIFY(hits > 50'000);
}

void tst_TextIndex::refinesAmongSlots()
{
    const auto index = filled({});
    QRandomGenerator random(seed());
    const std::atomic_bool stop = false;
    for (int i = 0; i < 200; ++i) {
        const QByteArray needle = foldedText(randomPart(random)).toUtf8();
        Bits among;
        for (int j = 0; j < count / 3; ++j)
            among.set(random.bounded(quint32(count)));
        Bits expected = scan(needle);
        expected &= among;
        QCOMPARE(index->refine(among, needle, stop), std::optional(expected));
    }
}

void tst_TextIndex::emptyNeedleIsInAll()
{
    const auto index = filled({}, 0, 600);
    index->remove(7);
    QCOMPARE(index->find({}).count(), 599U);
    QCOMPARE(index->find({}), index->used());
    QCOMPARE(TextIndex().find("a").count(), 0U);
}

void tst_TextIndex::stopsWhenTold()
{
    const auto index = filled({}, 0, 600);
    const std::atomic_bool stop = true;
    QVERIFY(!index->find("e", stop));
    QVERIFY(!index->refine(index->used(), "e", stop));
}

void tst_TextIndex::changesAreFoundAtOnce()
{
    TextIndex index({}, 64);
    for (quint32 slot = 0; slot < 200; ++slot)
        index.put(slot, 1, "before " + QByteArray::number(slot));
    for (const bool flushed : {false, true}) {
        const QByteArray now = flushed ? "later" : "after";
        index.put(5, 2, now);
        index.put(900, 3, now);
        index.remove(6);
        index.remove(6);
        if (flushed)
            index.flush();
        QCOMPARE(index.find("before").count(), 198U);
        QCOMPARE(index.find(now).count(), 2U);
        QVERIFY(index.find(now).test(5) && index.find(now).test(900));
        QCOMPARE(index.stamp(5), std::optional<quint64>(2));
        QVERIFY(!index.stamp(6) && !index.stamp(100'000));
    }
    QCOMPARE(index.find("after").count(), 0U);
}

void tst_TextIndex::findsWhileOthersArePut()
{
    const QTemporaryDir folder;
    TextIndex index(folder.filePath(u"index"_s), 64);
    constexpr quint32 slotCount = 3000;
    constexpr quint32 enough = 10; // searches that may meet a put
    std::atomic<quint32> done = 0;
    std::atomic<quint32> searches = 0;
    std::thread writer([&] {
        for (quint32 put = 0; put < slotCount || searches < enough; ++put) {
            const quint32 slot = put % slotCount;
            index.put(slot, 1, "model " + QByteArray::number(slot));
            done = std::max<quint32>(done, slot + 1);
            if (slot % 7 == 0)
                index.put(slot / 2, 2, "model again");
        }
    });
    quint32 lost = 0;
    for (quint32 before = 0; before < slotCount || searches < enough; ++searches) {
        before = done;
        const Bits found = index.find("model");
        for (quint32 slot = 0; slot < before; ++slot)
            lost += found.test(slot) ? 0 : 1;
    }
    writer.join();
    QCOMPARE(lost, 0U);
}

void tst_TextIndex::isTheSameAfterARestart()
{
    const QTemporaryDir folder;
    auto index = filled(folder.filePath(u"index"_s));
    index->put(3, 77, "changed");
    index->remove(4);
    index->flush();
    QVERIFY(!index->isPrivate());
    QVERIFY(index->bytesOnDisk() > 0);
    const Bits model = index->find("model");
    const Bits used = index->used();
    index.reset();
    index = std::make_unique<TextIndex>(folder.filePath(u"index"_s), 512);
    QCOMPARE(index->used(), used);
    QCOMPARE(index->find("model"), model);
    QCOMPARE(index->find("changed").count(), 1U);
    QCOMPARE(index->stamp(3), std::optional<quint64>(77));
    index->letGo();
    QCOMPARE(index->find("model"), model);
}

void tst_TextIndex::removedTextsStayRemoved()
{
    const QTemporaryDir folder;
    textindexworld::Steps steps(seed());
    textindexworld::Stamps expected;
    for (int run = 0; run < 12; ++run) {
        TextIndex index(folder.path(), textindexworld::segmentSize);
        QCOMPARE(textindexworld::stampsOf(index), expected);
        for (int i = 0; i < 70 + 30 * run; ++i) {
            const auto step = steps.next();
            take(index, step);
            take(expected, step);
        }
        index.flush();
        QCOMPARE(textindexworld::stampsOf(index), expected);
    }
}

void tst_TextIndex::filesStayFew()
{
    const QTemporaryDir folder;
    TextIndex index(folder.path(), 64);
    for (quint32 i = 0; i < 5000; ++i) {
        index.put(i % 100, i, "text " + QByteArray::number(i));
        if (i % 5 == 0)
            index.flush();
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).size() < 20);
    QCOMPARE(index.find("text").count(), 100U);
    QCOMPARE(index.find("text 49").count(), 100U);
}

void tst_TextIndex::damagedFilesAreNotRead_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("damage");
    const auto row = [](const char *name, const std::function<void(QByteArray &)> &damage) {
        QTest::newRow(name) << damage;
    };
    row("empty", [](QByteArray &bytes) { bytes.clear(); });
    row("zeros", [](QByteArray &bytes) { bytes.fill('\0'); });
    row("foreign", [](QByteArray &bytes) { bytes = "SQLite format 3"; });
    row("cut in the header", [](QByteArray &bytes) { bytes.truncate(20); });
    row("cut by one", [](QByteArray &bytes) { bytes.chop(1); });
    row("cut to a page", [](QByteArray &bytes) { bytes.truncate(8192); });
    row("longer", [](QByteArray &bytes) { bytes += '\0'; });
    row("newer version", [](QByteArray &bytes) { ++bytes[8]; });
    row("more texts", [](QByteArray &bytes) { ++bytes[12]; });
    row("a slot", [](QByteArray &bytes) { bytes[50] = char(bytes[50] ^ 1); });
    row("the middle",
        [](QByteArray &bytes) { bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]); });
    row("the last byte", [](QByteArray &bytes) { bytes.back() = char(bytes.back() ^ 0x40); });
    row("two swapped words", [](QByteArray &bytes) {
        for (int i = 0; i < 8; ++i)
            std::swap(bytes[bytes.size() - 64 + i], bytes[bytes.size() - 32 + i]);
    });
}

void tst_TextIndex::damagedFilesAreNotRead()
{
    QFETCH(std::function<void(QByteArray &)>, damage);
    const QTemporaryDir folder;
    for (const QString &name : QDir(m_segments.path()).entryList(QDir::Files))
        QVERIFY(QFile::copy(m_segments.filePath(name), folder.filePath(name)));
    const QString file = folder.filePath(
        QDir(folder.path()).entryList({u"*.segment"_s}, QDir::Files, QDir::Name).value(1));
    QByteArray bytes = readAll(file);
    damage(bytes);
    QVERIFY(writeAll(file, bytes));

    TextIndex index(folder.path(), 512);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(index.used().count(), 1024U);
    Bits expected = scan("model", 0, 512);
    expected |= scan("model", 1024, 1536);
    QCOMPARE(index.find("model"), expected);
    for (quint32 i = 512; i < 1024; ++i)
        index.put(i, i + 1, m_texts[i]);
    QCOMPARE(index.find("model"), scan("model", 0, 1536));
}

void tst_TextIndex::secondProcessKeepsToItself()
{
    const QTemporaryDir folder;
    auto first = filled(folder.path(), 0, 600);
    first->flush();
    auto second = std::make_unique<TextIndex>(folder.path(), 64);
    QVERIFY(second->isPrivate());
    QCOMPARE(second->find("model"), first->find("model"));
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    for (quint32 slot = 0; slot < 300; ++slot)
        second->put(slot, 1000, "only here");
    QCOMPARE(second->find("only here").count(), 300U);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), files);
    first->put(1, 2000, "only there");
    first->flush();
    QCOMPARE(first->find("only").count(), 1U);
    QCOMPARE(second->find("only").count(), 300U);
    first.reset();
    second.reset();
    const TextIndex third(folder.path());
    QVERIFY(!third.isPrivate());
    QCOMPARE(third.find("only there").count(), 1U);
    QCOMPARE(third.find("only here").count(), 0U);
}

void tst_TextIndex::worksInMemoryWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    auto index = filled(folder.path(), 0, 512);
    index->flush();
    QVERIFY(!index->problem());
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit narrow{100'000, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &narrow);
    for (int i = 512; i < 1536; ++i)
        index->put(quint32(i), 1, m_texts[size_t(i)]);
    index->flush();
    const auto problem = index->problem();
    const Bits found = index->find("model");
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(problem);
    QCOMPARE(problem->kind, Error::Kind::Storage);
    QCOMPARE(found, scan("model", 0, 1536));
    QVERIFY(QDir(folder.path()).entryList({u"*.new"_s}, QDir::Files).isEmpty());
    index.reset();
    QCOMPARE(TextIndex(folder.path()).used().count(), 512U);
#endif
}

void tst_TextIndex::aKillLeavesWhatWasFlushed()
{
    const int kills = isCampaign() ? 200 : 20;
    QRandomGenerator random(seed());
    qInfo("seed %u", seed());
    int furthest = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QTemporaryDir folder;
        QProcess process;
        process.start(testing::buildPath(u"tests/store/textwriter"_s),
                      {folder.path(), QString::number(kill)});
        QVERIFY(process.waitForReadyRead(20'000));
        std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(200'000)));
        process.kill();
        QVERIFY(process.waitForFinished());
        QByteArrayList lines = process.readAllStandardOutput().split('\n');
        lines.removeLast();
        const int flushed = lines.isEmpty() ? 0 : lines.last().toInt();
        furthest = std::max(furthest, flushed);

        const TextIndex index(folder.path(), textindexworld::segmentSize);
        const auto kept = textindexworld::stampsOf(index);
        textindexworld::Steps steps(static_cast<quint32>(kill));
        textindexworld::Stamps expected;
        int after = 0; // the step that it stands after
        for (; after < flushed || (kept != expected && after < flushed + 200); ++after)
            take(expected, steps.next());
        QCOMPARE(kept, expected);
        for (const auto &[slot, stamp] : kept) {
            const Bits found = index.find("slot " + QByteArray::number(slot) + "; stamp "
                                          + QByteArray::number(stamp) + ";");
            QVERIFY(found.test(slot));
            QCOMPARE(found.count(), 1U);
        }
        QCOMPARE(index.find("模型").count(), quint32(kept.size()));
    }
    QVERIFY(furthest > 1000);
}

MODELSCRIBE_TEST(tst_TextIndex)

} // namespace tst_textindex

#include "tst_textindex.moc"
