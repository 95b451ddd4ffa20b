// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bytesearch.h"

#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_bytesearch {

using namespace modelscribe;

class tst_ByteSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatStandsAnywhere();
    void agreesWithAPlainSearch();
};

//! At each place of texts around the sizes that are compared at once, and nowhere beside them.
void tst_ByteSearch::findsWhatStandsAnywhere()
{
    const QByteArray next(100, 'n');
    for (const QByteArray needle : {"q", "ab", "er the of", "zzzzzz", "aaaaaaaaaaaaaaaaaaaa"}) {
        const ByteSearch search(needle);
        for (qsizetype size = 0; size < 300; size += size < 150 ? 1 : 7) {
            QVERIFY(!search.isIn(QByteArray(size, '.'), next.data()));
            for (qsizetype at = 0; at + needle.size() <= size; ++at) {
                QByteArray text(size, '.');
                text.replace(at, needle.size(), needle);
                QVERIFY(search.isIn(text));
                QVERIFY(search.isIn(text, next.data()));
                text[at + needle.size() - 1] = '.';
                QVERIFY(!search.isIn(text, next.data()));
            }
        }
    }
    QVERIFY(ByteSearch(QByteArrayView()).isIn("text"));
    QVERIFY(ByteSearch(QByteArrayView()).isIn(QByteArrayView()));
}

void tst_ByteSearch::agreesWithAPlainSearch()
{
    const auto seed = quint32(qEnvironmentVariableIntValue("MODELSCRIBE_SEED"));
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto made = [&random](int most, int letters) {
        QByteArray text;
        for (int left = random.bounded(most); left > 0; --left)
            text.append(char(random.bounded(letters) + (random.bounded(9) == 0 ? 0xE4 : 'a')));
        return text;
    };
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const int letters = 1 + random.bounded(4);
        const QByteArray text = made(400, letters);
        const QByteArray needle = made(9, letters);
        const bool expected = text.contains(needle);
        found += expected;
        QCOMPARE(ByteSearch(needle).isIn(text, text.data()), expected);
    }
    QVERIFY(found > 1000 && found < 19'000);
}

MODELSCRIBE_TEST(tst_ByteSearch)

} // namespace tst_bytesearch

#include "tst_bytesearch.moc"
