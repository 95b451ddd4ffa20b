// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/memorystore.h"

#include "credentials/credentialstest.h"
#include "testclass.h"

namespace tst_memorystore {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_MemoryStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsOneKeyAProfile();
};

void tst_MemoryStore::keepsOneKeyAProfile()
{
    MemoryStore store;
    QCOMPARE(wait(store.read(u"a"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(wait(store.write(u"a"_s, oldKey)));
    QVERIFY(wait(store.write(u"b"_s, oldKey)));
    QVERIFY(wait(store.write(u"a"_s, newKey)));
    QCOMPARE(wait(store.read(u"a"_s)).value_or(AccessKey()), newKey);
    QCOMPARE(wait(store.read(u"b"_s)).value_or(AccessKey()), oldKey);
    QVERIFY(wait(store.remove(u"a"_s)));
    QCOMPARE(wait(store.remove(u"a"_s)).error().kind, Error::Kind::NotFound);
    QVERIFY(!wait(store.read(u"a"_s)));
    QVERIFY(wait(store.read(u"b"_s)));
}

MODELSCRIBE_TEST(tst_MemoryStore)

} // namespace tst_memorystore

#include "tst_memorystore.moc"
