// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "testclass.h"

#include <QDir>
#include <QTest>

namespace tst_paths {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Paths : public QObject
{
    Q_OBJECT

private slots:
    void relativeFoldersAreIgnored_data();
    void relativeFoldersAreIgnored();
};

void tst_Paths::relativeFoldersAreIgnored_data()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("absolute") << "/somewhere/else"_ba << true;
    QTest::newRow("relative") << "rel/data"_ba << false;
    QTest::newRow("dot") << "./data"_ba << false;
    QTest::newRow("home that no shell filled in") << "~/data"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
#else
    QSKIP("These variables mean nothing here");
#endif
}

void tst_Paths::relativeFoldersAreIgnored()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isTaken);
    struct Place
    {
        const char *variable;
        QString (*folder)();
        QString otherwise;
    };
    for (const Place &place :
         {Place{"XDG_CONFIG_HOME", paths::configFolder, u"/.config/modelscribe"_s},
          Place{"XDG_DATA_HOME", paths::dataFolder, u"/.local/share/modelscribe"_s},
          Place{"XDG_STATE_HOME", paths::stateFolder, u"/.local/state/modelscribe"_s}}) {
        const QByteArray before = qgetenv(place.variable);
        qputenv(place.variable, value);
        const QString folder = place.folder();
        qputenv(place.variable, before);
        QCOMPARE(folder,
                 isTaken ? u"/somewhere/else/modelscribe"_s : QDir::homePath() + place.otherwise);
    }
}

MODELSCRIBE_TEST(tst_Paths)

} // namespace tst_paths

#include "tst_paths.moc"
