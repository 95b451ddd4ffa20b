// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spokenname.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace modelscribe {

namespace {

class SpokenName : public QObject
{
public:
    SpokenName(QWidget &widget, std::function<QString()> name)
        : QObject(&widget)
        , m_widget(widget)
        , m_name(std::move(name))
    {
        m_widget.setAccessibleName(m_name());
        m_widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_widget && event->type() == QEvent::LanguageChange)
            m_widget.setAccessibleName(m_name());
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget &m_widget;
    std::function<QString()> m_name;
};

} // namespace

void setSpokenName(QWidget &widget, std::function<QString()> name)
{
    new SpokenName(widget, std::move(name));
}

} // namespace modelscribe
