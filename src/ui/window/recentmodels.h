// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace modelscribe {

class Editing;
class Workbench;

//! Which models of a registry were open last. A model counts that stayed in the editor for a
//! moment: not each row that the arrow keys pass.
class RecentModels : public QObject
{
    Q_OBJECT

public:
    using Kept = QHash<QString, QStringList>; //!< See WindowSettings::recentModels.

    RecentModels(Workbench &workbench, Editing &editing, const Kept &kept,
                 QObject *parent = nullptr);

    //! Of this registry, the latest first, without the one that is open: that is no place to go.
    QStringList ids() const;
    const Kept &kept() const { return m_kept; }
    //! It was gone to on purpose.
    void note(const QString &modelId);

signals:
    void changed();

private:
    QString openId() const;

    Workbench &m_workbench;
    Editing &m_editing;
    Kept m_kept;
    QTimer m_stays;
    QString m_seen; //!< Which m_stays is about.
};

} // namespace modelscribe
