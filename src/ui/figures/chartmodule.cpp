// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/chartmodule.h"

#include "ui/figures/chartview.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace modelscribe {

QStringList ChartModule::folders()
{
    const QString program = QCoreApplication::applicationDirPath();
    QStringList folders{program, QDir::cleanPath(program + u"/" MODELSCRIBE_MODULES ""_s)};
    return folders + QCoreApplication::libraryPaths();
}

ChartMaker *ChartModule::load(const QStringList &folders)
{
    if (m_maker)
        return m_maker;
    m_problem = u"modelscribe_charts.so: not in "_s + folders.join(u", "_s);
    for (const QString &folder : folders) {
        const QString file = folder + u"/modelscribe_charts.so"_s;
        if (!QFile::exists(file))
            continue;
        // Not unloaded again: what it made lives on.
        QPluginLoader loader(file);
        m_maker = qobject_cast<ChartMaker *>(loader.instance());
        if (m_maker)
            return m_maker;
        m_problem = loader.isLoaded() ? file + u": another version"_s : loader.errorString();
    }
    return nullptr;
}

} // namespace modelscribe
