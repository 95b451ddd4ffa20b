// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "credentials/keychainstore.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/firststart/firststartpage.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

namespace tst_nokeychain {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! Where a session's bus would be: counts who comes, and sends everybody away. On a thread of its
//! own, as whoever looks for a bus waits for it.
class ShutBus : public QThread
{
public:
    ~ShutBus() override
    {
        m_ends = true;
        wait();
    }

    quint16 port() const { return m_port; }
    int visitors() const { return m_visitors; }

protected:
    void run() override
    {
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost))
            m_port = server.serverPort();
        while (!m_ends) {
            if (!server.waitForNewConnection(50))
                continue;
            ++m_visitors;
            delete server.nextPendingConnection();
        }
    }

private:
    std::atomic<quint16> m_port = 0;
    std::atomic<int> m_visitors = 0;
    std::atomic<bool> m_ends = false;
};

} // namespace

//! Whoever only tries the samples is asked for no password of a keychain.
class tst_NoKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void neitherFirstStartNorSamplesAskForOne();
    void itWouldHaveBeenFound();

private:
    QTemporaryDir m_folder;
    ShutBus m_bus;
};

void tst_NoKeychain::initTestCase()
{
#ifndef MODELSCRIBE_SECRET_SERVICE
    QSKIP("this system's keychain is reached by no bus");
#endif
    QLocale::setDefault(QLocale::English);
    m_bus.start();
    QTRY_VERIFY(m_bus.port() != 0);
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            "tcp:host=127.0.0.1,port=" + QByteArray::number(m_bus.port()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(u"config"_s)));
}

void tst_NoKeychain::neitherFirstStartNorSamplesAskForOne()
{
    Program program({.language = u"en"_s, .theme = u"light"_s});
    program.start();
    MainWindow *window = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets())
        window = window ? window : qobject_cast<MainWindow *>(widget);
    QVERIFY(window);
    QPushButton *samples = nullptr;
    QTRY_VERIFY(window->findChild<FirstStartPage *>());
    for (auto *button : window->findChild<FirstStartPage *>()->findChildren<QPushButton *>())
        samples = button->accessibleName() == "Open the samples"_L1 ? button : samples;
    QVERIFY(samples);
    QTest::qWait(500);
    QCOMPARE(m_bus.visitors(), 0);
    samples->click();
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<BrowsePane *>()->shownCount() > 0, 20'000);
    QCOMPARE(m_bus.visitors(), 0);
}

void tst_NoKeychain::itWouldHaveBeenFound()
{
    KeychainStore keychain;
    const auto key = keychain.read(u"any"_s);
    QTRY_VERIFY_WITH_TIMEOUT(key.isFinished(), 20'000);
    QVERIFY(!key.result());
    QCOMPARE(m_bus.visitors(), 1);
}

MODELSCRIBE_GUI_TEST(tst_NoKeychain)

} // namespace tst_nokeychain

#include "tst_nokeychain.moc"
