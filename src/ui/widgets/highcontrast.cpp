// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/highcontrast.h"

#include <QPalette>

namespace modelscribe {

namespace {

constexpr double step = 0.05;

//! \p color, moved towards \p end until \p isEnough.
template<typename Enough>
QColor movedUntil(const QColor &color, const QColor &end, Enough isEnough)
{
    for (double part = 0; part < 1; part += step) {
        const QColor moved = mixed(end, color, part);
        if (isEnough(moved))
            return moved;
    }
    return end;
}

//! Text keeps its colour on it.
QColor selectionOf(const QPalette &system)
{
    const QColor text = system.color(QPalette::WindowText);
    return movedUntil(system.color(QPalette::Highlight), system.color(QPalette::Window),
                      [&text](const QColor &color) { return contrast(text, color) >= 7; });
}

QColor accentOf(const QPalette &system)
{
    const QColor ground = system.color(QPalette::Window);
    const QColor selection = selectionOf(system);
    for (const auto role : {QPalette::Highlight, QPalette::Link}) {
        const QColor color = system.color(role);
        if (contrast(color, ground) >= 4.5 && contrast(color, selection) >= 3)
            return color;
    }
    return system.color(QPalette::WindowText);
}

} // namespace

bool isHighContrast(const QPalette &system)
{
    const QColor ground = system.color(QPalette::Window);
    const QColor field = system.color(QPalette::Base);
    return contrast(ground, field) < 1.05
           && contrast(system.color(QPalette::WindowText), ground) >= 15
           && contrast(system.color(QPalette::Text), field) >= 15;
}

QColor highContrastColor(const QPalette &system, ThemeColor color, const QColor &usual)
{
    const QColor ground = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    switch (color) {
    case ThemeColor::Background:
    case ThemeColor::Surface:
    case ThemeColor::AccentTint:
    case ThemeColor::ChangedTint:
    case ThemeColor::AddedTint:
    case ThemeColor::RemovedTint: return ground;
    case ThemeColor::Field: return system.color(QPalette::Base);
    case ThemeColor::Off: return mixed(text, ground, 0.5);
    case ThemeColor::Border:
    case ThemeColor::Muted:
    case ThemeColor::Text: return text;
    case ThemeColor::Accent: return accentOf(system);
    case ThemeColor::OnAccent: {
        const QColor on = system.color(QPalette::HighlightedText);
        return contrast(on, accentOf(system)) >= 4.5 ? on : ground;
    }
    case ThemeColor::Selection: return selectionOf(system);
    default: break;
    }
    const QColor selection = selectionOf(system);
    return movedUntil(usual, text, [&ground, &selection](const QColor &moved) {
        return contrast(moved, ground) >= 7 && contrast(moved, selection) >= 3;
    });
}

} // namespace modelscribe
