// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

#include <QWidget>

#include <functional>

namespace modelscribe {

//! What a setting is chosen by; which widget that is, its row of the table says.
class SettingEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SettingEditor(const Setting &setting, QWidget *parent = nullptr);

    void setValue(const QString &value); //!< Without telling.
    void retranslate();

signals:
    void chosen(const QString &value); //!< By the person.

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void buildSegments();
    void buildBox();
    void buildSwitch();
    void buildNumber();
    void buildOffers();
    void buildList();
    void buildLine();
    void add(QWidget &editor);

    const Setting &m_setting;
    std::function<void(const QString &)> m_show;
    std::function<void()> m_retranslate;
    std::function<void()> m_finish = [] {}; //!< What is being typed counts.
};

} // namespace modelscribe
