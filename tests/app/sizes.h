// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QFontMetrics>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace modelscribe::testing {

constexpr QSize smallScreen(1000, 560); // 1024 × 600 without frames and a bar

//! As long as it is there, the text of the program is that much of its usual size.
class TextSize
{
public:
    explicit TextSize(int percent)
    {
        QFont font = m_usual;
        font.setPointSizeF(m_usual.pointSizeF() * percent / 100);
        QApplication::setFont(font);
    }
    ~TextSize() { QApplication::setFont(m_usual); }
    Q_DISABLE_COPY_MOVE(TextSize)

private:
    const QFont m_usual = QApplication::font();
};

//! Rows of "language", "percent" and "name", for each key of \p named.
template<typename Map>
void addSizeRows(const Map &named)
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("name");
    for (const auto &[language, percent] : {std::pair("en", 100), {"en", 160}, {"zh_CN", 160}}) {
        for (const auto &[name, value] : named)
            QTest::addRow("%s, %d %%, %s", language, percent, qPrintable(name))
                << QString::fromLatin1(language) << percent << name;
    }
}

//! A smaller one needs that much room to itself, so that nobody hits what is beside it.
constexpr int leastTarget = 24;

inline QString placeOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return QStringLiteral("%1 “%2” of %3 × %4")
        .arg(QLatin1StringView(widget.metaObject()->className()),
             button ? button->text() + button->accessibleName() : widget.accessibleName())
        .arg(widget.width())
        .arg(widget.height());
}

inline QList<QAbstractButton *> visibleButtons(const QWidget &window)
{
    QList<QAbstractButton *> found;
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        // What is scrolled away in part can be scrolled into sight.
        if (button->isVisible() && button->window() == &window
            && button->visibleRegion().boundingRect() == button->rect())
            found.append(button);
    }
    return found;
}

//! A button says all that its text is, or it has an ellipsis where it was too long.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QAbstractButton *button : visibleButtons(window)) {
        if (button->text().isEmpty())
            continue;
        const int lines = int(button->text().count(QLatin1Char('\n'))) + 1;
        const QString text = QString(button->text()).remove(QLatin1Char('&'));
        const QSize needed = button->fontMetrics().size(Qt::TextShowMnemonic, text);
        const bool isWrapped = button->heightForWidth(button->width()) > 0; // as switches do
        if ((!isWrapped && button->width() < needed.width())
            || button->height() < button->fontMetrics().height() * lines)
            cut.append(placeOf(*button));
    }
    return cut;
}

inline QStringList hardToHit(const QWidget &window)
{
    QStringList found;
    const QList<QAbstractButton *> targets = visibleButtons(window);
    const auto on = [&window](const QWidget *widget) {
        return QRect(widget->mapTo(&window, QPoint()), widget->size());
    };
    for (const QAbstractButton *target : targets) {
        if (target->width() >= leastTarget && target->height() >= leastTarget)
            continue;
        QRect room(0, 0, leastTarget, leastTarget);
        room.moveCenter(on(target).center());
        for (const QAbstractButton *other : targets) {
            if (other != target && on(other).intersects(room))
                found.append(placeOf(*target) + QStringLiteral(" beside ") + placeOf(*other));
        }
    }
    return found;
}

} // namespace modelscribe::testing
