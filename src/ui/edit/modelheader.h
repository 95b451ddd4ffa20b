// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class ModelHeader;
}

namespace modelscribe {

//! The head of the editor: which model it is, how it stands, the way to its neighbours, and what
//! else can be done with it.
class ModelHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ModelHeader(QWidget *parent = nullptr);
    ~ModelHeader() override;

    //! \p isReadOnly: also because it is being saved. \p whereNew: where a new one will be created.
    void showModel(const EditSession &session, bool isReadOnly, const QString &whereNew);
    void setNavigation(bool previous, bool next);
    void setBackVisible(bool visible);

signals:
    void backRequested();
    void previousRequested();
    void nextRequested();
    void copyIdRequested();
    void copyJsonRequested();
    void deleteRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void retranslate();
    void refresh();
    void refreshPills();

    std::unique_ptr<Ui::ModelHeader> m_ui;
    QPointer<const EditSession> m_session;
    QString m_whereNew;
    bool m_isReadOnly = false;
    QAction *m_copyId = nullptr;
    QAction *m_copyJson = nullptr;
    QAction *m_delete = nullptr;
};

} // namespace modelscribe
