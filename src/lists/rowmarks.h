// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcolor.h"
#include "model/modelcolumn.h"
#include "session/batches.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace modelscribe {

class Access;

//! What rows of models say beside what the models hold: unsaved edits, who may change them, what is
//! being written, the colours of their labels, and order numbers that are to be.
class RowMarks : public QObject
{
    Q_OBJECT

public:
    //! What stands before a name. NotYours: the registry will probably refuse a change.
    enum class Mark { None, Draft, Problem, ReadOnly, NotYours };
    Q_ENUM(Mark)

    using QObject::QObject;

    //! Models with unsaved edits (by id).
    void setDrafts(const QSet<QString> &modelIds);
    bool hasDraft(const QString &modelId) const { return m_drafts.contains(modelId); }
    //! Of \p modelIds those that have one.
    int draftCount(const QStringList &modelIds) const;

    //! Who may change what.
    void setAccess(Access *access);
    Access *access() const;

    Mark markOf(const RegisteredModel &model) const;
    //! What a mark means, translated; empty for None.
    static QString markText(Mark mark);
    //! Why the registry will probably refuse a change; empty when it is not known to.
    QString whyNotYours(const RegisteredModel &model) const;

    //! Which models are being written, which is said in place of when they changed last.
    void setBatches(const Batches *batches);
    Batches::RowState writeOf(const RegisteredModel &model, const ModelColumn &column) const;
    //! Translated; empty for None.
    static QString writeText(Batches::RowState state);

    //! By key.
    void setLabelColors(const QHash<QString, LabelColor> &colors);
    //! Of the model's labels; none when no key has one.
    QList<LabelColor> labelColors(const RegisteredModel &model) const;

    //! Order numbers that are to be, by model id.
    void setOrderNumbers(const QHash<QString, QString> &numbers);
    const QHash<QString, QString> &orderNumbers() const { return m_orderNumbers; }
    //! "12 → 15"; empty for what stays as it is.
    QString draftedText(const RegisteredModel &model, const ModelColumn &column) const;

signals:
    void draftsChanged(const QStringList &modelIds);
    void accessChanged(); //!< Also what people are called.
    void orderNumbersChanged(const QStringList &modelIds);
    //! What these models' cells say; without ids: those of all.
    void cellsChanged(const QString &columnId, const QStringList &modelIds);

private:
    void takeAccess();

    QSet<QString> m_drafts;
    QPointer<Access> m_access;
    QPointer<const Batches> m_batches;
    QHash<QString, LabelColor> m_labelColors;
    QHash<QString, QString> m_orderNumbers; //!< By model id.
};

} // namespace modelscribe
