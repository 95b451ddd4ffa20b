// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelchecks.h"
#include "model/modeldiff.h"
#include "model/modelmerge.h"
#include "model/registeredmodel.h"
#include "store/draft.h"

#include <QObject>
#include <QTimer>

namespace modelscribe {

//! All that somebody typed into a model: what are values, and what is none yet, see
//! EditSession::unfinished().
struct Edits
{
    ModelMetadata values;
    QMap<QString, QString> unfinished;

    friend bool operator==(const Edits &, const Edits &) = default;
};

//! The edits of one model (or of one still to be created): what the registry holds and what the
//! person wants. Dirty is "the difference is not empty", never a flag.
class EditSession : public QObject
{
    Q_OBJECT

public:
    //! Longer ExtraInfo is checked on another thread.
    static constexpr qsizetype checkHereLimit = 64 * 1024;
    //! Its merge takes no time that anybody would see.
    static bool isQuicklyMerged(const ModelMetadata &mine)
    {
        return mine.extraInfo.utf8().size() <= checkHereLimit;
    }

    explicit EditSession(RegisteredModel base, QObject *parent = nullptr);
    //! What was kept of another run. A draft whose base is lost comes back as if its base were
    //! empty: the next reading sets that right.
    explicit EditSession(const Draft &draft, QObject *parent = nullptr);
    //! For a model to be created in \p workspaceId.
    static EditSession *forNewModel(const QString &workspaceId, QObject *parent = nullptr);

    bool isNew() const { return m_base.id.isEmpty(); }
    bool isReadOnly() const { return m_base.isReadOnly(); }
    const QString &modelId() const { return m_base.id; }
    //! What its draft is kept under: the model's id, or a made-up one until it has one.
    const QString &draftId() const { return isNew() ? m_newId : m_base.id; }
    const RegisteredModel &base() const { return m_base; }
    const ModelMetadata &edited() const { return m_edited; }
    Edits edits() const { return {m_edited, m_unfinished}; }

    FieldValue value(const ModelField &field) const { return field.read(m_edited); }
    void setValue(const ModelField &field, const FieldValue &value);
    void setLabels(const QList<Label> &labels);
    void resetField(const ModelField &field);
    void resetLabels();
    void revert();
    //! Base and edits as a draft of the same model has them.
    void restore(const Draft &draft);
    //! All values at once: undo, a past change taken back.
    void apply(const ModelMetadata &edited);
    //! All that was typed, after it was taken away.
    void bringBack(const Edits &edits);

    bool isChanged(const ModelField &field) const;
    bool areLabelsChanged() const;
    qsizetype changeCount() const;
    //! There is something that only this program has.
    bool isDirty() const { return changeCount() > 0 || !m_unfinished.isEmpty(); }
    //! What stands in open editors of ExtraInfo and is no value (yet), such as half a number: by
    //! the place, which only the editors understand. It is kept with the draft, and nothing is
    //! saved while there is some.
    const QMap<QString, QString> &unfinished() const { return m_unfinished; }
    void setUnfinished(const QMap<QString, QString> &unfinished);
    //! Of fields and labels, see modelchecks.h. Until isChecked(), those of ExtraInfo are of an
    //! earlier text of it; changed() tells when they are known.
    const QList<Problem> &problems() const;
    bool isChecked() const;
    //! What the registry was found to take and not to take; problems() says so.
    void setRules(const ServiceRules &rules);
    //! Waits for what is checked elsewhere.
    void checkNow();
    //! Has editors hand in what they have not yet: to be called before values are read to be
    //! decided about. Whatever changes the session calls it first.
    void flush();

    //! The registry now holds \p now; \p sent is what the person had agreed to. What was typed
    //! since \p sent stays as an edit, everything else follows \p now. Where the same place was
    //! typed and is another one in \p now than was sent, the base stays what was sent, so that the
    //! next look at the registry finds the clash; then false.
    bool rebase(const RegisteredModel &now, const ModelMetadata &sent);
    //! The registry moved to \p now while there are edits: both are merged, and where they clash
    //! \p decisions says what counts (the registry's where it says nothing).
    void merge(const RegisteredModel &now, const QHash<QString, MergeSide> &decisions = {});
    //! The same with \p undecided, the merge without decisions that was made for them. It is made
    //! again only if the session holds something else by now.
    void merge(const RegisteredModel &now, const ModelMerge &undecided,
               const QHash<QString, MergeSide> &decisions);
    //! Whether \p merge is of \p now and what the session holds; flush() first.
    bool fits(const RegisteredModel &now, const ModelMerge &merge) const
    {
        return merge.isOf(m_base.metadata, m_edited, now.metadata);
    }
    //! The same with \p merge, made of what the session holds now and \p now.
    void takeMerge(const RegisteredModel &now, const ModelMerge &merge);
    //! The registry moved while nothing was edited, or the person takes the registry's state.
    void replaceBase(const RegisteredModel &now);

    //! Where the person is in it: a small JSON text of the window's, kept with the draft.
    const QString &place() const { return m_place; }
    void setPlace(const QString &place);

signals:
    void valueChanged(const modelscribe::ModelField *field); //!< nullptr: the labels.
    void changed();                                          //!< Anything: values, base, problems.
    void flushing();                                         //!< See flush().
    void placeChanged();
    //! unfinished() is another one, and no editor said so.
    void unfinishedReplaced();

private:
    struct Verdict
    {
        JsonText text;
        QList<Problem> problems;
    };

    void take(const RegisteredModel &base, const ModelMetadata &edited);
    void takeAll(const RegisteredModel &base, const Edits &edits);
    void replaceUnfinished(const QMap<QString, QString> &unfinished);
    void checkElsewhere();
    void takeVerdict(const Verdict &verdict);

    RegisteredModel m_base;
    ModelMetadata m_edited;
    QString m_newId;
    QString m_place;
    QMap<QString, QString> m_unfinished;
    ServiceRules m_rules;
    mutable std::optional<QList<Problem>> m_problems;
    Verdict m_verdict; //!< About the last long ExtraInfo that was read.
    QTimer m_checkTimer;
    bool m_checking = false;
    bool m_flushing = false;
};

} // namespace modelscribe
