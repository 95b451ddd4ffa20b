// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "registry/catalog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace modelscribe {

//! Which values the models of a catalog have in their Suggestion fields, labels, accessibility and
//! owner, and how often: for suggestions and facets.
//!
//! Counted by difference: it notes what it has counted of each model, so what a change costs does
//! not depend on how many models there are. Of many at once it counts some and the others in the
//! next turns of the event loop; until then the answers are as far as it has come.
class ValuesInUse : public QObject
{
    Q_OBJECT

public:
    using Counts = QHash<QString, int>;

    explicit ValuesInUse(const Catalog &catalog, QObject *parent = nullptr);

    //! Enough to choose from, and quick to show.
    static constexpr qsizetype mostSuggested = 1000;

    //! The values of a Suggestion field, of label keys, of the values of one key: most used first,
    //! equally used ones in the order of their texts, at most \p most; never an empty one.
    QStringList mostUsed(const ModelField &field, qsizetype most = mostSuggested) const;
    QStringList mostUsedLabelKeys(qsizetype most = mostSuggested) const;
    QStringList mostUsedLabelValues(const QString &key, qsizetype most = mostSuggested) const;

    struct Use
    {
        QString value;
        int count = 0;
    };
    //! Those of \p counts, which is one of the following, that are used most, in that order and the
    //! empty one among them. Looked for once until changed(): each model may have a value of its
    //! own.
    const QList<Use> &ranked(const Counts &counts) const;

    //! All values of a Suggestion field, the empty one among them.
    const Counts &counts(const ModelField &field) const;
    const Counts &accessibilities() const { return m_accessibilities; }
    const Counts &owners() const { return m_owners; }
    const Counts &labelKeys() const { return m_labelKeys; }
    //! The values of labels of this key.
    const Counts &labelValues(const QString &key) const;
    //! What models of exactly this domain have as their task.
    const Counts &tasksOf(const QString &domain) const;
    int modelCount() const { return int(m_counted.size()); }

signals:
    void changed();

private:
    static constexpr size_t fieldCount = size_t(
        std::ranges::count(modelFields, FieldKind::Suggestion, &ModelField::kind));

    static constexpr size_t accessibilityPlace = fieldCount;
    static constexpr size_t ownerPlace = fieldCount + 1;
    static constexpr size_t labelsPlace = fieldCount + 2;

    //! What was counted of one model, by the numbers of the texts: the values of fields in the
    //! order of modelFields, accessibility and owner, then keys and values of labels. Texts
    //! themselves would take twenty times as much memory.
    using Counted = std::vector<quint32>;

    Counted read(const RegisteredModel &model);
    quint32 numberOf(const QString &text);
    void note(const QStringList &modelIds);
    void countSome();
    void countAgain(const QString &modelId);
    void count(const Counted &values, int by);
    void clear();

    QPointer<const Catalog> m_catalog;
    QStringList m_texts; //!< By number; grows until clear().
    QHash<QString, quint32> m_numbers;
    QHash<QString, Counted> m_counted;       //!< By model id.
    std::array<Counts, fieldCount> m_values; //!< By field.
    QHash<QString, Counts> m_tasks;          //!< By domain.
    Counts m_accessibilities;
    Counts m_owners;
    Counts m_labelKeys;
    QHash<QString, Counts> m_labelValues; //!< By key.
    mutable std::map<const Counts *, QList<Use>> m_ranked;
    QStringList m_waiting;
    qsizetype m_next = 0; //!< In m_waiting.
    QTimer m_nextTurn;
};

} // namespace modelscribe
