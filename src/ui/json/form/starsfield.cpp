// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/starsfield.h"

#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int starSide = 20;
constexpr int starGap = 4;

//! For drawing only: what is written is always text.
double amountOf(const QString &text)
{
    bool isNumber = false;
    const double amount = text.toDouble(&isNumber);
    return isNumber ? std::clamp(amount, 0.0, double(StarsField::count)) : 0.0;
}

QString textOfHalves(int halves)
{
    return QString::number(halves / 2) + (halves % 2 ? u".5"_s : QString());
}

QPainterPath starPath(const QRectF &box)
{
    QPainterPath path;
    const double radius = box.width() / 2;
    for (int corner = 0; corner < 10; ++corner) {
        const double angle = (corner * 36 - 90) * std::numbers::pi / 180;
        const double length = corner % 2 ? radius * 0.45 : radius;
        const QPointF point = box.center() + length * QPointF(std::cos(angle), std::sin(angle));
        corner == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

} // namespace

//! The five stars.
class StarsBar : public QWidget
{
public:
    explicit StarsBar(StarsField &field)
        : m_field(field)
    {
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        QObject::connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    QSize sizeHint() const override
    {
        return {StarsField::count * (starSide + starGap) - starGap + 8, 30};
    }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const double amount = amountOf(m_field.value());
        const QColor full = theme.color(isEnabled() ? ThemeColor::Changed : ThemeColor::Muted);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int star = 0; star < StarsField::count; ++star) {
            const QRectF box(4 + star * (starSide + starGap), (height() - starSide) / 2.0, starSide,
                             starSide);
            const QPainterPath path = starPath(box.adjusted(1.5, 1.5, -1.5, -1.5));
            const double part = std::clamp(amount - star, 0.0, 1.0);
            painter.save();
            painter.setClipRect(QRectF(box.topLeft(), QSizeF(starSide * part, starSide)));
            painter.fillPath(path, full);
            painter.restore();
            painter.setPen(QPen(part > 0 ? full : theme.color(ThemeColor::Muted), 1.3));
            painter.drawPath(path);
        }
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(ThemeColor::Accent), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const bool forward = layoutDirection() == Qt::LeftToRight;
        switch (event->key()) {
        case Qt::Key_Up: return choose(StarsField::stepped(m_field.value(), true));
        case Qt::Key_Down: return choose(StarsField::stepped(m_field.value(), false));
        case Qt::Key_Right: return choose(StarsField::stepped(m_field.value(), forward));
        case Qt::Key_Left: return choose(StarsField::stepped(m_field.value(), !forward));
        case Qt::Key_Home: return choose(textOfHalves(0));
        case Qt::Key_End: return choose(textOfHalves(StarsField::count * 2));
        default: QWidget::keyPressEvent(event);
        }
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton)
            return QWidget::mousePressEvent(event);
        const int star = (int(event->position().x()) - 4 + starGap / 2) / (starSide + starGap) + 1;
        choose(textOfHalves(std::clamp(star, 1, StarsField::count) * 2));
    }

private:
    void choose(const QString &text)
    {
        if (!m_readOnly && text != m_field.value())
            m_field.number().setText(text); // as if it was typed
    }

    StarsField &m_field;
    bool m_readOnly = false;
};

StarsField::StarsField(QWidget *parent)
    : QWidget(parent)
    , m_stars(new StarsBar(*this))
    , m_number(new LineEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_stars);
    row->addWidget(m_number, 1);
    setFocusProxy(m_number);
    connect(m_number, &QLineEdit::textChanged, this, [this](const QString &text) {
        refresh();
        if (!m_setting)
            emit edited(text);
    });
    refresh();
}

QWidget &StarsField::stars() const { return *m_stars; }

QString StarsField::value() const { return m_number->text(); }

void StarsField::setValue(const QString &text)
{
    const QScopedValueRollback guard(m_setting, true);
    m_number->setValue(text);
}

void StarsField::setName(const QString &name)
{
    m_name = name;
    m_number->setAccessibleName(name);
    refresh();
}

void StarsField::setReadOnly(bool readOnly)
{
    m_number->setReadOnly(readOnly);
    m_stars->setReadOnly(readOnly);
    m_stars->setFocusPolicy(readOnly ? Qt::NoFocus : Qt::StrongFocus);
}

QString StarsField::stepped(const QString &value, bool up)
{
    const double halves = amountOf(value) * 2;
    const int next = up ? int(std::floor(halves)) + 1 : int(std::ceil(halves)) - 1;
    return textOfHalves(std::clamp(next, 0, count * 2));
}

void StarsField::refresh()
{
    const QString said = value().isEmpty() ? tr("not set") : value();
    m_stars->setAccessibleName(tr("%1, stars: %2 of %3").arg(m_name, said).arg(count));
    m_stars->setToolTip(tr("Arrow keys choose half stars"));
    m_stars->update();
}

void StarsField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_starsfield.cpp"
