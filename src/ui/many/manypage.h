// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"
#include "session/batchsession.h"

#include <QPointer>
#include <QWidget>

namespace modelscribe {

//! One tab of the form over many models: a part of the session's edit.
class ManyPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! nullptr: none.
    void setSession(BatchSession *session, const Catalog *catalog);
    //! They live as long as the page.
    virtual void setValues(const ManyValues &, bool) { }
    //! The models are others, or moved in the catalog.
    virtual void recount() = 0;
    //! Focuses what stands against a review; false: nothing does.
    virtual bool showFirstProblem() = 0;
    virtual void takeFocus() = 0;

protected:
    BatchSession *session() const { return m_session; }
    const Catalog *catalog() const { return m_catalog; }
    //! Another session is there, or none.
    virtual void takeSession() = 0;
    virtual void takeEdit() = 0;

private:
    QPointer<BatchSession> m_session;
    QPointer<const Catalog> m_catalog;
};

} // namespace modelscribe
