// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelwalk.h"

#include <QHash>

namespace modelscribe {

//! Which models a text means that names one a line, by its id or by its exact name; of a line of a
//! table one of its cells is enough.
class PastedModels : public QObject
{
    Q_OBJECT

public:
    //! \p catalog must outlive it.
    explicit PastedModels(const Catalog &catalog, QObject *parent = nullptr);

    void setText(const QString &text);
    //! Otherwise the answers are still of another text.
    bool isFound() const { return !m_walk.isUnderWay(); }

    //! Ids, in the order of the lines, each once.
    const QStringList &found() const { return m_found; }
    QStringList missing() const { return m_missing; }     //!< Lines.
    QStringList ambiguous() const { return m_ambiguous; } //!< Names of several models.

signals:
    void changed(); //!< Also when looking takes a while.

private:
    struct Hit
    {
        bool isId = false;
        QStringList ids; //!< Of models with this name; enough of them to know that it is several.
    };

    void look(const RegisteredModel &model);
    void answer();

    const Catalog &m_catalog;
    QStringList m_lines;
    QHash<QString, Hit> m_hits; //!< By what may be an id or a name.
    QStringList m_found;
    QStringList m_missing;
    QStringList m_ambiguous;
    ModelWalk m_walk;
};

} // namespace modelscribe
