// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QWidget>

class QLabel;

namespace modelscribe {

class IconButton;
class SettingEditor;

//! One setting: its name, what it is chosen by, the way back to the default, and a word about it.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    //! \p settings outlives this.
    SettingRow(Settings &settings, SettingId id, QWidget *parent = nullptr);

    SettingId id() const { return m_setting.id; }
    const Setting &setting() const { return m_setting; }
    SettingEditor &editor() const { return *m_editor; }
    //! Whether the words of \p text are in what the row says.
    bool says(const QString &text) const;
    //! In place of the help of the table.
    void setHelp(const QString &help);
    void retranslate();

private:
    void showValue();
    void showImpossible();
    void choose(const QString &value);

    Settings &m_settings;
    const Setting &m_setting;
    QLabel *m_title;
    SettingEditor *m_editor;
    IconButton *m_reset;
    QLabel *m_help;
    QLabel *m_trouble;
    bool m_isImpossible = false; //!< What stands in the editor.
};

} // namespace modelscribe
