// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogs.h"

#include <QDialog>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Buttons of a dialog are "auto default": the first one would be pressed by any Return.
class DialogManners : public QObject
{
public:
    explicit DialogManners(QDialog &dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        dialog.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) {
            for (auto *button : m_dialog.findChildren<QPushButton *>()) {
                if (!button->isDefault())
                    button->setAutoDefault(false);
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QDialog &m_dialog;
};

} // namespace

QSize sizeOnScreen(QSize wanted, QSize screen)
{
    return wanted.boundedTo(screen.shrunkBy(windowFrame));
}

QSize roomOnScreen(const QWidget &window)
{
    const QScreen *screen = window.screen();
    if (!screen || QGuiApplication::platformName() == "offscreen"_L1)
        return {QWIDGETSIZE_MAX, QWIDGETSIZE_MAX};
    return screen->availableSize();
}

void setUpDialog(QDialog &dialog, QSize wanted)
{
    const QWidget *parent = dialog.parentWidget();
    setUpDialog(dialog, wanted, roomOnScreen(parent ? *parent : dialog));
}

void setUpDialog(QDialog &dialog, QSize wanted, QSize screen)
{
    dialog.resize(sizeOnScreen(wanted, screen));
    new DialogManners(dialog);
}

} // namespace modelscribe
