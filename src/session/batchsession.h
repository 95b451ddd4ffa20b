// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/ownedits.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUuid>

namespace modelscribe {

//! One person's edit of many models at once, until it is agreed to: of which models, and what is
//! to become of each. Like EditSession it has no widgets; forms and lists set values here.
class BatchSession : public QObject
{
    Q_OBJECT

public:
    //! \p id: of one that was kept.
    explicit BatchSession(const QUuid &id = QUuid::createUuid(), QObject *parent = nullptr);

    const QUuid &id() const { return m_id; }
    //! In the order that numbers them.
    const QStringList &modelIds() const { return m_modelIds; }
    void setModelIds(const QStringList &ids);
    const BatchEdit &edit() const { return m_edit; }
    void setEdit(const BatchEdit &edit);
    //! Instead of edit(), where each of the models becomes something of its own; then they stay
    //! the same ones. Empty: it has none.
    const OwnEdits &ownEdits() const { return m_ownEdits; }
    void setOwnEdits(const OwnEdits &edits);
    //! It says nothing about any model.
    bool isEmpty() const { return m_edit.isEmpty() && m_ownEdits.isEmpty(); }
    //! Of the models: those that shall stay as they are.
    const QSet<QString> &leftOut() const { return m_leftOut; }
    void leaveOut(const QString &modelId, bool out);

signals:
    void modelsChanged();
    void editChanged(); //!< Or ownEdits().
    void leftOutChanged();

private:
    QUuid m_id;
    QStringList m_modelIds;
    BatchEdit m_edit;
    OwnEdits m_ownEdits;
    QSet<QString> m_leftOut;
};

} // namespace modelscribe
