// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/searchset.h"
#include "ui/widgets/messagestrip.h"

#include <QObject>

namespace modelscribe {

class SavedSearches;
class WindowPanes;

//! Keeps what stands in the search box under a name, brings searches from files and into files, and
//! tells what became of it.
class SavedSearching : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    SavedSearching(SavedSearches &searches, WindowPanes &panes, QObject *parent);

    //! The name is typed in the sidebar's new row.
    void save();
    void importSearches();
    void exportSearches();
    bool hasAny() const;

    //! What the dialogs lead to.
    void importFrom(const QString &file);
    void exportTo(const QString &file);

signals:
    //! For a strip across the window; the last two may be empty.
    void told(modelscribe::MessageStrip::Kind kind, const modelscribe::MessageStrip::Text &text,
              const modelscribe::MessageStrip::Text &actionText,
              const std::function<void()> &action);

private:
    void offerBack(const SavedSearch &search, qsizetype place);
    void tell(MessageStrip::Kind kind, const MessageStrip::Text &text);
    void take(const Result<SearchSet> &file);

    SavedSearches &m_searches;
    WindowPanes &m_panes;
};

} // namespace modelscribe
