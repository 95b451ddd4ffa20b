// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"
#include "testclass.h"

#include <QTest>

namespace tst_exitcode {

using namespace modelscribe;

class tst_ExitCode : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasTheDocumentedStatus_data();
    void everyKindHasTheDocumentedStatus();
};

void tst_ExitCode::everyKindHasTheDocumentedStatus_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("cancelled") << int(Kind::Cancelled) << 130;
    QTest::newRow("network") << int(Kind::Network) << 4;
    QTest::newRow("tls") << int(Kind::Tls) << 4;
    QTest::newRow("timeout") << int(Kind::Timeout) << 4;
    QTest::newRow("unauthorized") << int(Kind::Unauthorized) << 5;
    QTest::newRow("forbidden") << int(Kind::Forbidden) << 3;
    QTest::newRow("not found") << int(Kind::NotFound) << 6;
    QTest::newRow("conflict") << int(Kind::Conflict) << 7;
    QTest::newRow("throttled") << int(Kind::Throttled) << 3;
    QTest::newRow("service") << int(Kind::Service) << 3;
    QTest::newRow("decode") << int(Kind::Decode) << 4;
    QTest::newRow("invalid") << int(Kind::Invalid) << 2;
    QTest::newRow("storage") << int(Kind::Storage) << 2;
}

void tst_ExitCode::everyKindHasTheDocumentedStatus()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QCOMPARE(int(exitCodeFor({.kind = Error::Kind(kind)})), status);
}

MODELSCRIBE_TEST(tst_ExitCode)

} // namespace tst_exitcode

#include "tst_exitcode.moc"
