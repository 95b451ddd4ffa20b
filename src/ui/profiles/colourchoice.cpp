// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/colourchoice.h"

#include "connect/profiles.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct Swatch
{
    const char *name; //!< See profileColours.
    const char *title;
    ThemeColor color;
};

constexpr std::array swatches = {
    Swatch{"green", QT_TRANSLATE_NOOP("modelscribe::ColourChoice", "Green"), ThemeColor::Added},
    Swatch{"blue", QT_TRANSLATE_NOOP("modelscribe::ColourChoice", "Blue"), ThemeColor::Accent},
    Swatch{"orange", QT_TRANSLATE_NOOP("modelscribe::ColourChoice", "Orange"), ThemeColor::Changed},
    Swatch{"red", QT_TRANSLATE_NOOP("modelscribe::ColourChoice", "Red"), ThemeColor::Removed},
    Swatch{"grey", QT_TRANSLATE_NOOP("modelscribe::ColourChoice", "Grey"), ThemeColor::Muted},
};
static_assert(swatches.size() == std::size(profileColours));

//! A disc; a ring around the chosen one.
class SwatchButton : public QAbstractButton
{
public:
    SwatchButton(ThemeColor color, QWidget *parent)
        : QAbstractButton(parent)
        , m_color(color)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(m_color));
        painter.drawEllipse(QRectF(4, 4, 20, 20));
        painter.setBrush(Qt::NoBrush);
        if (isChecked()) {
            painter.setPen(QPen(theme.color(ThemeColor::Accent), 2));
            painter.drawEllipse(QRectF(1, 1, 26, 26));
        }
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(ThemeColor::Text), 1, Qt::DotLine));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
    }

private:
    ThemeColor m_color;
};

} // namespace

QColor profileColour(const QString &name)
{
    const auto *swatch = std::ranges::find_if(
        swatches, [&](const Swatch &one) { return name == QLatin1StringView(one.name); });
    return Theme::of().color(swatch == swatches.end() ? ThemeColor::Muted : swatch->color);
}

ColourChoice::ColourChoice(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    m_buttons->setExclusive(false); // the chosen one is pressed again to have none
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (size_t i = 0; i < swatches.size(); ++i) {
        auto *button = new SwatchButton(swatches[i].color, this);
        m_buttons->addButton(button, int(i));
        row->addWidget(button);
    }
    row->addStretch();
    setFocusProxy(m_buttons->button(0));
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        const bool isOn = m_buttons->button(id)->isChecked();
        setColour(isOn ? QString::fromLatin1(swatches[size_t(id)].name) : QString());
        emit changed();
    });
    retranslate();
}

QString ColourChoice::colour() const
{
    for (size_t i = 0; i < swatches.size(); ++i) {
        if (m_buttons->button(int(i))->isChecked())
            return QString::fromLatin1(swatches[i].name);
    }
    return {};
}

void ColourChoice::setColour(const QString &name)
{
    for (size_t i = 0; i < swatches.size(); ++i)
        m_buttons->button(int(i))->setChecked(name == QLatin1StringView(swatches[i].name));
}

void ColourChoice::retranslate()
{
    for (size_t i = 0; i < swatches.size(); ++i) {
        QAbstractButton *button = m_buttons->button(int(i));
        button->setToolTip(tr(swatches[i].title));
        button->setAccessibleName(tr("Colour: %1").arg(tr(swatches[i].title)));
    }
}

void ColourChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_colourchoice.cpp"
