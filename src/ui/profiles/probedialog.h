// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>
#include <QStringList>

#include <optional>

class QLabel;

class QPushButton;
class QStackedWidget;

namespace modelscribe {

class ConfirmName;
class ExactTextEdit;
class ProbeRows;
class ServiceProbe;
class SteadyScrollArea;

//! Shows what a check of the service will send, and then how far it is and what it found. The check
//! belongs to somebody else: closing the dialog has it stop and clean up.
class ProbeDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p where: the registry and the workspace, for a person. \p nameToConfirm: has to be typed
    //! first; empty: nothing. \p isLocked: nothing may be written there now.
    ProbeDialog(ServiceProbe &probe, const QString &where, const QString &nameToConfirm,
                bool isLocked, QWidget *parent = nullptr);
    ~ProbeDialog() override;

    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void showCalls();
    QString introduction() const;
    QString status() const;
    void startOrStop();
    void copyReport();
    void saveReport();
    void writeReport(const QString &file);

    QPointer<ServiceProbe> m_probe;
    QString m_where;
    bool m_isLocked;
    bool m_asksName;
    std::optional<QStringList> m_leftEarlier; //!< Nothing before it is known.
    QString m_said;                           //!< What came of saving or copying.
    QLabel *m_heading;
    QLabel *m_subtitle;
    QLabel *m_intro;
    QStackedWidget *m_stack;
    ExactTextEdit *m_calls;
    SteadyScrollArea *m_scroll;
    ProbeRows *m_rows;
    ConfirmName *m_confirm;
    QLabel *m_status;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
    QPushButton *m_start;
};

} // namespace modelscribe
