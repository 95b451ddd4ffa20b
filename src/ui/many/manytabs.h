// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"
#include "session/batchsession.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QStackedWidget;
class QTabBar;

namespace modelscribe {

class ManyDetails;
class ManyPage;
class Workbench;

//! The pages of the form over many models behind their tabs. Each but the first is made when it is
//! first wanted.
class ManyTabs : public QObject
{
    Q_OBJECT

public:
    enum Tab { DetailsTab, ExtraInfoTab, LabelsTab, TabCount };

    ManyTabs(Workbench &workbench, QTabBar &bar, QStackedWidget &stack);

    //! See ManyPane.
    bool buildSome();

    void setSession(BatchSession *session);
    //! They live as long as this.
    void setValues(const ManyValues &values, bool isCounted);
    //! Has each tab say what \p edit has for it.
    void mark(const BatchEdit &edit);
    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    //! Focuses what stands against a review; false: nothing does.
    bool showFirstProblem();
    void focusFirst();
    //! \p key as ModelField's, Labels, or a path of ExtraInfo.
    void focusField(const QString &key);

signals:
    void narrowRequested(const modelscribe::ModelField *field, const QString &value);

private:
    ManyPage *makePage(Tab tab);
    ManyPage *page(Tab tab);
    void showTab(int tab);
    QStringList extraPlaces() const;

    Workbench &m_workbench;
    QTabBar &m_bar;
    QStackedWidget &m_stack;
    QPointer<BatchSession> m_session;
    ManyValues m_none;
    const ManyValues *m_values = &m_none;
    bool m_isCounted = false;
    std::array<ManyPage *, TabCount> m_pages{};
    ManyDetails *m_details = nullptr;
    QWidgetList m_undressed; //!< Have the style sheet to come.
    bool m_isWhole = false;
};

} // namespace modelscribe
