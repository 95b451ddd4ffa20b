// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QRect>
#include <QStringList>

class QSettings;

namespace modelscribe {

//! So many of a registry are remembered.
inline constexpr int mostRecentModels = 20;

//! What is remembered of the registries on this computer.
struct LocalSettings
{
    enum class Chosen { Nothing, Samples, Own };

    Chosen chosen = Chosen::Nothing; //!< By a person, last.
    bool holdsSamples = false;       //!< The user's own file did, when it was opened last.
    bool isStripClosed = false;      //!< The one that says that the models are samples.

    friend bool operator==(const LocalSettings &, const LocalSettings &) = default;
};

//! What the main window remembers between runs; what a person chooses is in Settings. Values that
//! make no sense are replaced by their defaults when they are read, so that no settings file can
//! hide the window.
struct WindowSettings
{
    QRect geometry; //!< Null: the default size, placed by the system.
    bool maximized = false;
    int sidebarWidth = 216;
    int editorWidth = 424;
    bool sidebarShown = true;
    bool editorShown = true;
    //! How the table of models is arranged: TableLayout's text by registry key. With an empty key
    //! where nobody arranged it yet.
    QHash<QString, QString> tables;
    //! Ids of the models that were open last by registry key, the latest first.
    QHash<QString, QStringList> recentModels;
    LocalSettings local;
    //! Of the program that ran last; empty: one that did not say.
    QString version = QStringLiteral(MODELSCRIBE_VERSION);

    static WindowSettings load(const QSettings &settings);
    void save(QSettings &settings) const;

    QString tableOf(const QString &registryKey) const
    {
        return tables.value(registryKey, tables.value(QString()));
    }
    void setTable(const QString &registryKey, const QString &text);

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

//! \p wanted, moved and shrunk so that a person can see and grab it, with the \p frame around it,
//! on one of \p screens; null when nothing sensible is left of it.
QRect usableGeometry(const QRect &wanted, const QList<QRect> &screens, const QMargins &frame = {});

} // namespace modelscribe
