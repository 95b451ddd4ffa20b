// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"

#include "credentials/credentialstest.h"
#include "testclass.h"

namespace tst_fixedcredentials {

using namespace modelscribe;
using namespace modelscribe::testing;

class tst_FixedCredentials : public QObject
{
    Q_OBJECT

private slots:
    void givesTheSameKeyAtOnce();
    void cannotBeRenewed();
};

void tst_FixedCredentials::givesTheSameKeyAtOnce()
{
    const auto source = fixedCredentials(newKey);
    for (int i = 0; i < 2; ++i) {
        const auto key = source->credentials();
        QVERIFY(key.isFinished());
        QCOMPARE(key.result().value_or(AccessKey()), newKey);
    }
}

void tst_FixedCredentials::cannotBeRenewed()
{
    const auto source = fixedCredentials(newKey);
    const auto renewed = wait(source->renewed(newKey));
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().kind, Error::Kind::Unauthorized);
    QVERIFY(wait(source->credentials()));
}

MODELSCRIBE_TEST(tst_FixedCredentials)

} // namespace tst_fixedcredentials

#include "tst_fixedcredentials.moc"
