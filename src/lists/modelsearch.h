// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/namesakes.h"
#include "model/querymatcher.h"
#include "registry/catalogtext.h"

#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace modelscribe {

//! Which models a query asks for, of models that stand in numbered slots. Bare texts are looked up
//! in the catalog's text, where there is one; models that came or changed since that was asked are
//! looked at themselves.
class ModelSearch : public QObject
{
    Q_OBJECT

public:
    using HasDraft = std::function<bool(const QString &modelId)>;

    explicit ModelSearch(HasDraft hasDraft, QObject *parent = nullptr);

    //! Begins without slots; nullptr: each model is looked at itself.
    void setText(CatalogText *text);
    void clearSlots();
    void addSlot(const RegisteredModel &model);
    void slotChanged(int slot, const RegisteredModel &model);
    void dropSlot(int slot);
    //! Another one whenever a slot has another model or the model other values; never 0.
    quint64 versionOf(int slot) const { return m_versions[size_t(slot)]; }
    quint64 lastVersion() const { return m_lastVersion; }
    //! Who asks, and what people are called; see QueryContext.
    void setPeople(const QString &callerId, std::function<QString(const QString &)> nameOf);
    //! What a query may ask of who asks, for other queries about the same slots.
    QueryContext context() const;
    CatalogText *text() const { return m_text; }
    quint32 numberOf(int slot) const { return m_numbers[size_t(slot)]; } //!< In answers of text().

    const Query &query() const { return m_matcher.query(); }
    void setQuery(const Query &query);
    //! What time it is, for "the last week".
    void readClock() { setMatcher(query()); }

    //! Models came or changed since the texts were looked up.
    bool isOutdated() const;
    bool isFinding() const { return m_isFinding; }
    //! Looks up the texts of the query and calls \p done, at once when there are none. Another one
    //! that follows first takes its place.
    void find(const std::function<void()> &done);

    bool matches(const RegisteredModel &model) const;
    //! The same by what find() brought.
    bool matches(int slot, const RegisteredModel &model) const;
    //! The same of a part of query().
    bool holds(const QueryNode &part, int slot, const RegisteredModel &model) const;
    //! Whether find() brought that \p needle stands in the model's text; nothing where it does not
    //! say.
    std::optional<bool> holdsText(const QByteArray &needle, int slot) const;

private:
    bool hasTexts() const { return m_text && !query().textTerms().isEmpty(); }
    void setMatcher(const Query &query);

    HasDraft m_hasDraft;
    QString m_callerId;
    std::function<QString(const QString &userId)> m_nameOf;
    QueryMatcher m_matcher{Query()};
    QPointer<CatalogText> m_text;
    TextAnswer m_found; //!< Of this query, or empty.
    bool m_isFinding = false;
    // By slot.
    std::vector<quint32> m_numbers; //!< In m_found.
    std::vector<bool> m_isNewer;    //!< Than m_found.
    std::vector<quint64> m_versions;
    std::vector<Namesakes::Key> m_names;
    quint64 m_lastVersion = 0;
    Namesakes m_namesakes;
};

} // namespace modelscribe
