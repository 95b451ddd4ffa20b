// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QMessageBox;
class QWidget;

namespace modelscribe {

class EditSession;
class Workbench;

//! Ends a window without losing anything and without asking: a save under way may finish, then
//! drafts are kept. There is a question only when they cannot be.
class Closing : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds savePatience{5000};
    static constexpr std::chrono::milliseconds keepPatience{1000};

    Closing(Workbench &workbench, QWidget &window);

    //! For the close event. When it says no, what has to come first is begun, and the window is
    //! closed when that is done.
    bool mayClose();
    //! Tests have less of it.
    void setPatience(std::chrono::milliseconds save, std::chrono::milliseconds keep);

signals:
    void keeping(); //!< Right before edits are kept: the last chance to hand something in.

private:
    enum class Stage { Open, Saving, Keeping, Asking, Done };

    QList<EditSession *> drafts() const; //!< Of every connection.
    qsizetype draftCount() const;        //!< With those of many models.
    void awaitSave();
    void keep();
    void ask(const Error &error);
    QString names() const;
    void stay();
    void finish();
    void dropBox();
    QMessageBox *makeBox(const QString &title, const QString &text, const QString &more);

    Workbench &m_workbench;
    QWidget &m_window;
    QPointer<QMessageBox> m_box;
    QTimer m_patience;
    std::chrono::milliseconds m_savePatience = savePatience;
    std::chrono::milliseconds m_keepPatience = keepPatience;
    Stage m_stage = Stage::Open;
    int m_attempt = 0; //!< Ends of earlier ones are no news.
};

} // namespace modelscribe
