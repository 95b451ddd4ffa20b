// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftstore.h"

#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace tst_draftdamage {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

//! The files of a database.
struct Image
{
    QByteArray main;
    QByteArray wal;
    QByteArray shm;

    static Image of(const QString &file)
    {
        return {readAll(file), readAll(file + u"-wal"_s), readAll(file + u"-shm"_s)};
    }
    bool put(const QString &file) const
    {
        const auto one = [](const QString &name, const QByteArray &bytes) {
            return bytes.isNull() ? true : writeAll(name, bytes);
        };
        return one(file, main) && one(file + u"-wal"_s, wal) && one(file + u"-shm"_s, shm);
    }
};

constexpr qsizetype pageSize = 4096;

void overwritePages(QByteArray &bytes, QRandomGenerator &random, int count)
{
    const auto pages = int(bytes.size() / pageSize);
    for (; count > 0 && pages > 0; --count) {
        QByteArray noise(pageSize, '\0');
        if (random.bounded(4) != 0)
            std::ranges::generate(noise, [&] { return char(random.bounded(256)); });
        bytes.replace(random.bounded(pages) * pageSize, pageSize, noise);
    }
}

void overwriteBytes(QByteArray &bytes, QRandomGenerator &random, int count)
{
    for (; count > 0 && !bytes.isEmpty(); --count)
        bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
}

constexpr const char *kinds[] = {"0 bytes",           "cut",          "pages overwritten",
                                 "bytes overwritten", "garbage",      "WAL deleted",
                                 "foreign WAL",       "WAL cut",      "WAL overwritten",
                                 "shm garbage",       "main deleted", "old main"};

void damage(int kind, Image &image, const Image &foreign, QRandomGenerator &random)
{
    switch (kind) {
    case 0: image.main = ""; break;
    case 1: image.main.truncate(random.bounded(int(image.main.size()))); break;
    case 2: overwritePages(image.main, random, random.bounded(1, 10)); break;
    case 3: overwriteBytes(image.main, random, random.bounded(1, 200)); break;
    case 4: std::ranges::generate(image.main, [&] { return char(random.bounded(256)); }); break;
    case 5: image.wal = QByteArray(); break;
    case 6: image.wal = foreign.wal; break; // never fits

    case 7: image.wal.truncate(random.bounded(int(image.wal.size()))); break;
    case 8: overwriteBytes(image.wal, random, random.bounded(1, 50)); break;
    case 9: std::ranges::generate(image.shm, [&] { return char(random.bounded(256)); }); break;
    case 10: image.main = QByteArray(); break;
    default: image.main = foreign.main; break;
    }
}

QString quickCheck(const QString &file)
{
    QString answer = u"cannot be opened"_s;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(u"PRAGMA quick_check"_s) && query.next())
                answer = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(u"check"_s);
    return answer;
}

} // namespace

class tst_DraftDamage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anyDamageIsSurvived();
    void lostHeadLosesNothing();
    void damagedWalLosesOnlyWhatItHit();
    void foreignWalHidesNothingForGood();
    void foreignMainIsNoticedToo();
    void lostBaseIsSaidSo();
    void rowWithAWrongSumIsNoDraft();

private:
    Image makeImage(const QString &prefix, bool isClean, bool isCheckpointed);
    //! Whether it is one of those that were ever put.
    bool isKnown(const Draft &draft) const;

    QTemporaryDir m_folder;
    QList<Draft> m_drafts; //!< As put, each in two states.
    Image m_clean;         //!< After a clean end, without a WAL.
    Image m_live;          //!< As a killed process leaves it: the newer state is in the WAL.
    Image m_young;         //!< As one leaves it soon after its start: all is in the WAL.
    Image m_foreign;
};

Image tst_DraftDamage::makeImage(const QString &prefix, bool isClean, bool isCheckpointed)
{
    const QString file = m_folder.filePath(prefix + u"/drafts.db"_s);
    Image image;
    {
        DraftStore store(file);
        for (int state = 0; state < 2; ++state) {
            for (int i = 0; i < 12; ++i) {
                const qsizetype size = i == 0 ? 300'000 : i < 4 ? 50'000 : i < 8 ? 6'000 : 300;
                Draft draft = fullDraft(u"%1-%2"_s.arg(prefix).arg(i), size);
                draft.edited.description = u"state %1"_s.arg(state);
                store.put(draft);
                m_drafts.append(draft);
            }
            wait(store.flush());
            if (state == 0 && isCheckpointed)
                QTest::qWait(2500); // the first state goes into the file itself
        }
        if (!isClean)
            return Image::of(file);
    }
    return Image::of(file);
}

void tst_DraftDamage::initTestCase()
{
    qInfo("seed %u", seed());
    m_clean = makeImage(u"clean"_s, true, true);
    m_live = makeImage(u"live"_s, false, true);
    m_young = makeImage(u"young"_s, false, false);
    m_foreign = makeImage(u"foreign"_s, false, false);
    QVERIFY(m_clean.main.size() > 20 * pageSize && m_clean.wal.isEmpty());
    QVERIFY(m_live.main.size() > 20 * pageSize && m_live.wal.size() > 5 * pageSize);
}

bool tst_DraftDamage::isKnown(const Draft &draft) const
{
    return std::ranges::any_of(m_drafts, [&](Draft put) {
        if (draft.isExtraInfoLost)
            put.edited.extraInfo = {};
        return put.modelId == draft.modelId && put.edited == draft.edited
               && put.workspaceId == draft.workspaceId && put.ui == draft.ui
               && (draft.isBaseLost || put.base == draft.base);
    });
}

void tst_DraftDamage::anyDamageIsSurvived()
{
    const int variants = isCampaign() ? 300 : 72;
    struct Sum
    {
        int variants = 0;
        int replaced = 0;
        qsizetype drafts = 0;
        qsizetype lost = 0;
        qsizetype partly = 0;
        qint64 slowest = 0;
    };
    std::map<int, Sum> sums;
    for (int variant = 0; variant < variants; ++variant) {
        QRandomGenerator random(seed() + quint32(variant));
        const int kind = variant % int(std::size(kinds));
        const int round = variant / int(std::size(kinds));
        const bool isOfWal = kind >= 5 && kind <= 9;
        const int which = isOfWal && round % 3 == 0 ? 2 : round % 3;
        Image image = which == 0 ? m_clean : which == 1 ? m_live : m_young;
        const QString prefix = which == 0 ? u"clean"_s : which == 1 ? u"live"_s : u"young"_s;
        damage(kind, image, m_foreign, random);
        const QString folder = m_folder.filePath(u"variant-%1"_s.arg(variant));
        const QString file = folder + u"/drafts.db"_s;
        QVERIFY(QDir().mkpath(folder) && image.put(file));
        const auto context = [&](const char *what) {
            return QByteArray("variant ") + QByteArray::number(variant) + ' ' + kinds[kind] + ": "
                   + what;
        };

        QElapsedTimer timer;
        timer.start();
        Sum &sum = sums[kind];
        ++sum.variants;
        {
            DraftStore store(file);
            const auto report = wait(store.report());
            QVERIFY2(report && report->onDisk(), context("not usable").constData());
            sum.slowest = std::max(sum.slowest, timer.elapsed());
            QVERIFY2(timer.elapsed() < 5000, context("found late").constData());
            if (report->state == StoreState::DamagedReplaced) {
                ++sum.replaced;
                QVERIFY2(image.main.isNull() || readAll(report->keptAside) == image.main,
                         context("not kept as it was").constData());
                QVERIFY2(image.wal.isNull() || readAll(report->keptAside + u"-wal"_s) == image.wal,
                         context("WAL not kept as it was").constData());
            }
            const auto list = wait(store.all());
            QVERIFY2(list, context("no list").constData());
            for (const Draft &draft : list->drafts)
                QVERIFY2(isKnown(draft), context("a draft that never was").constData());
            sum.drafts += 12;
            sum.lost += 12 - std::ranges::count_if(list->drafts, [&](const Draft &draft) {
                            return draft.modelId.startsWith(prefix);
                        });
            sum.partly += std::ranges::count_if(list->drafts, &Draft::isBaseLost);
            QVERIFY2(wait(store.put(fullDraft(u"after"_s))), context("no put").constData());
        }
        QCOMPARE(quickCheck(file), u"ok"_s);
        DraftStore store(file);
        QCOMPARE(wait(store.report())->state, StoreState::Ready);
        const auto list = wait(store.all());
        QVERIFY2(list
                     && std::ranges::any_of(list->drafts,
                                            [](const Draft &d) { return d.modelId == "after"_L1; }),
                 context("put is gone").constData());
    }
    for (const auto &[kind, sum] : sums)
        qInfo("%-18s %3d variants, %3d replaced, of %4lld drafts %4lld lost, %4lld without base, "
              "found in <= %lld ms",
              kinds[kind], sum.variants, sum.replaced, qlonglong(sum.drafts), qlonglong(sum.lost),
              qlonglong(sum.partly), sum.slowest);

    QCOMPARE(sums[9].lost, 0);
}

void tst_DraftDamage::lostHeadLosesNothing()
{
    for (const Image &whole : {m_clean, m_live}) {
        Image image = whole;
        image.main.replace(0, pageSize, QByteArray(pageSize, 'z'));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"drafts.db"_s);
        QVERIFY(image.put(file));
        DraftStore store(file);
        const auto report = wait(store.report());
        QCOMPARE(report->state, StoreState::DamagedReplaced);
        const auto list = wait(store.all());
        QCOMPARE(list->drafts.size(), 12);
        for (const Draft &draft : list->drafts)
            QCOMPARE(draft.edited.description, u"state 1"_s); // the newer one
    }
}

void tst_DraftDamage::damagedWalLosesOnlyWhatItHit()
{
    // SQLite alone would open this without a word and without all that stands behind the damage.
    Image image = m_live;
    image.wal.replace(32 + 16, 8, QByteArray(8, 'z')); // the first frame's check sum
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(image.put(file));
    DraftStore store(file);
    QCOMPARE(wait(store.report())->state, StoreState::DamagedReplaced);
    const auto list = wait(store.all());
    QCOMPARE(list->drafts.size(), 12);
    for (const Draft &draft : list->drafts)
        QCOMPARE(draft.edited.description, u"state 1"_s);
}

void tst_DraftDamage::foreignWalHidesNothingForGood()
{
    Image image = m_clean;
    image.wal = m_foreign.wal;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(image.put(file));
    QString kept;
    {
        DraftStore store(file);
        const auto report = wait(store.report());
        QCOMPARE(report->state, StoreState::DamagedReplaced);
        kept = report->keptAside;
        const auto list = wait(store.all());
        for (int i = 0; i < 12; ++i)
            QVERIFY(std::ranges::any_of(list->drafts, [&](const Draft &draft) {
                return draft.modelId == u"clean-%1"_s.arg(i);
            }));
    }
    QVERIFY(readAll(kept) == m_clean.main); // the wrong WAL was not written into it
}

void tst_DraftDamage::foreignMainIsNoticedToo()
{
    Image image = m_young;
    image.main = m_clean.main;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(image.put(file));
    DraftStore store(file);
    QCOMPARE(wait(store.report())->state, StoreState::DamagedReplaced);
    QCOMPARE(wait(store.all())->drafts.size(), 24);

    // An empty one, with a WAL that has but the last changes.
    image = m_live;
    image.main = m_young.main;
    const QString second = folder.filePath(u"second.db"_s);
    QVERIFY(image.put(second));
    DraftStore other(second);
    QCOMPARE(wait(other.report())->state, StoreState::DamagedReplaced);
    QCOMPARE(wait(other.all())->drafts.size(), 12); // without their bases
}

void tst_DraftDamage::lostBaseIsSaidSo()
{
    Image image = m_clean;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(image.put(file));
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DELETE FROM bases"_s));
    }
    QSqlDatabase::removeDatabase(u"spoil"_s);
    DraftStore store(file);
    const auto list = wait(store.all());
    QVERIFY(list);
    QCOMPARE(list->drafts.size(), 12);
    QCOMPARE(list->unreadable, 0);
    QCOMPARE(std::ranges::count_if(list->drafts, &Draft::isExtraInfoLost), 8); // were differences
    for (const Draft &draft : list->drafts) {
        QVERIFY(draft.isBaseLost);
        QCOMPARE(draft.base, RegisteredModel{.id = draft.modelId});
        QVERIFY(isKnown(draft));
    }
}

void tst_DraftDamage::rowWithAWrongSumIsNoDraft()
{
    // A row that SQLite finds in order, changed by someone who does not know the check sum.
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(m_clean.put(file));
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE drafts SET changed = changed + 1 WHERE id = 3"_s));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"spoil"_s);
    DraftStore store(file);
    const auto report = wait(store.report());
    QCOMPARE(report->state, StoreState::DamagedReplaced);
    QCOMPARE(wait(store.all())->drafts.size(), 11);
}

MODELSCRIBE_TEST(tst_DraftDamage)

} // namespace tst_draftdamage

#include "tst_draftdamage.moc"
