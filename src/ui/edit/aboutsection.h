// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QPointer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace modelscribe {

class Access;
class ExactTextEdit;

//! What the registry says about a model that nobody edits: ids, owner, times, latest version, and
//! the members this program does not know, raw.
class AboutSection : public QWidget
{
    Q_OBJECT

public:
    explicit AboutSection(QWidget *parent = nullptr);

    //! Where people's names come from; nullptr: nowhere.
    void setAccess(Access *access);
    void setModel(const RegisteredModel &model);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addRow(const QString &label, const QString &value, const QString &toolTip = {});

    QPointer<Access> m_access;
    RegisteredModel m_model;
    QLabel *m_heading;
    QFormLayout *m_rows;
    QPushButton *m_toggle;
    ExactTextEdit *m_unknown;
};

} // namespace modelscribe
