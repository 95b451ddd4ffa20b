// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QStringList>

#include <optional>
#include <span>

namespace modelscribe {

//! A column of the table of models: what its cells hold, and how they are shown and ordered.
class ModelColumn
{
public:
    enum class Kind { Name, Text, Number, Size, Time, Labels, Extra };

    //! \p id is a member of the service's Model, such as ModelName, or "extra." and a path of
    //! ExtraInfo: extra.Rating, extra.a.b. nullopt: there is no such column.
    static std::optional<ModelColumn> of(const QString &id);
    //! Those of the ids that are columns, each once.
    static QList<ModelColumn> of(const QStringList &ids);
    //! All but those of ExtraInfo.
    static QStringList allIds();
    //! What is shown before anybody chose: name, type, task, size, labels, modified.
    static QStringList usualIds();

    //! Stays the same for ever: settings hold it.
    const QString &id() const { return m_id; }
    Kind kind() const { return m_kind; }
    bool isOrderNumber() const;
    //! In the language of now.
    QString title() const;
    //! The whole value as text: a time as it was sent, labels one a line, a string of ExtraInfo
    //! without its quotation marks. Empty when there is none.
    QString text(const RegisteredModel &model) const;
    //! Of ExtraInfo, key by key; empty: it is another column.
    const QStringList &path() const { return m_path; }
    //! How queries name the field; empty when they cannot ask for it.
    QString queryField() const;
    bool isRightAligned() const;

    friend bool operator==(const ModelColumn &a, const ModelColumn &b) { return a.m_id == b.m_id; }

private:
    using Read = QString (*)(const RegisteredModel &);

    struct Known;
    static std::span<const Known> known();

    QString m_id;
    Kind m_kind = Kind::Text;
    const Known *m_known = nullptr; //!< None: of ExtraInfo.
    QStringList m_path;
};

} // namespace modelscribe
