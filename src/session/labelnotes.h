// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"
#include "model/labelcolor.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

class QSettings;

namespace modelscribe {

//! A new name for a key or for values of one, as far as it was typed.
struct LabelRenaming
{
    std::optional<QString> key; //!< Of values.
    QStringList texts;          //!< What is to be renamed.
    QString typed;

    friend bool operator==(const LabelRenaming &, const LabelRenaming &) = default;
};

//! What a person noted about the labels of one workspace: colours of keys, suggestions not to make
//! again, and a name that was not typed to its end. It stays on this computer and is never sent.
class LabelNotes : public QObject
{
    Q_OBJECT

public:
    explicit LabelNotes(QObject *parent = nullptr);
    ~LabelNotes() override;

    //! From now on; nullptr: nowhere. The owner brings them to the disk when they change.
    void keepIn(QSettings *settings);
    //! What is noted there is there again.
    void use(const QString &registryKey, const QString &workspaceId);

    //! Without keys that have none.
    const QHash<QString, LabelColor> &colors() const { return m_colors; }
    void setColor(const QString &key, LabelColor color);
    //! Also when other models have it by now.
    bool isIgnored(const LabelSuggestion &suggestion) const;
    void ignore(const LabelSuggestion &suggestion);
    const std::optional<LabelRenaming> &renaming() const { return m_renaming; }
    void setRenaming(const std::optional<LabelRenaming> &renaming);

signals:
    void colorsChanged();
    void kept(); //!< In the settings.

private:
    struct Advice
    {
        LabelSuggestion::Kind kind;
        QString key;
        std::optional<QString> value;
        QString with;

        friend bool operator==(const Advice &, const Advice &) = default;
    };

    static Advice adviceOf(const LabelSuggestion &suggestion);
    void read();
    void write();

    QPointer<QSettings> m_settings;
    QString m_place; //!< In the settings; empty: not connected.
    QHash<QString, LabelColor> m_colors;
    QList<Advice> m_ignored; //!< The latest last.
    std::optional<LabelRenaming> m_renaming;
    QTimer m_keptSoon; //!< Not with each key.
};

} // namespace modelscribe
