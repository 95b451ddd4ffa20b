// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"
#include "ui/widgets/panewidgets.h"

#include <functional>

class QLabel;
class QVBoxLayout;

namespace modelscribe {

class CleanupRow;

//! What is suggested about the labels, as far as it is not ignored.
class CleanupList : public SteadyScrollArea
{
    Q_OBJECT

public:
    explicit CleanupList(QWidget *parent = nullptr);

    //! nullopt: they are being looked for.
    void setSuggestions(const std::optional<QList<LabelSuggestion>> &suggestions);
    //! Which are not shown.
    void setIgnored(const std::function<bool(const LabelSuggestion &)> &isIgnored);
    //! Which are taken into the changes.
    void setTaken(const std::function<bool(const LabelVerb &)> &isTaken);
    qsizetype shownCount() const;

signals:
    void taken(const modelscribe::LabelVerb &verb);
    void undone(const modelscribe::LabelVerb &verb);
    void ignored(const modelscribe::LabelSuggestion &suggestion); //!< Is to be, from now on.
    void lookRequested(const QList<modelscribe::Label> &labels);
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QString emptyText() const;

    std::optional<QList<LabelSuggestion>> m_suggestions;
    std::function<bool(const LabelSuggestion &)> m_isIgnored;
    std::function<bool(const LabelVerb &)> m_isTaken;
    QList<CleanupRow *> m_rows;
    QLabel *m_empty;
    QVBoxLayout *m_column;
};

} // namespace modelscribe
