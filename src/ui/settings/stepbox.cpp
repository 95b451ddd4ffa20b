// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stepbox.h"

#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

//! Shows the number with its unit, and takes it with or without.
class StepLine : public QSpinBox
{
public:
    explicit StepLine(const Setting &setting)
        : m_setting(setting)
    {
        setRange(setting.least, setting.most);
        setSingleStep(setting.step);
        setButtonSymbols(QAbstractSpinBox::NoButtons);
        setAlignment(Qt::AlignCenter);
        setKeyboardTracking(false); // the first digits of a number are none
        setProperty("kind", u"segment"_s);
        setSpokenName(*this, [&setting] { return setting.titleText(); });
        setObjectName(setting.key);
    }

    QSize sizeHint() const override
    {
        const int width = std::max(fontMetrics().horizontalAdvance(textFromValue(maximum())),
                                   fontMetrics().horizontalAdvance(textFromValue(value())));
        return {std::max(64, width + 24), QSpinBox::sizeHint().height()};
    }

protected:
    QString textFromValue(int value) const override { return m_setting.numberText(value); }

    int valueFromText(const QString &text) const override
    {
        static const QRegularExpression digits(u"-?\\d+"_s);
        return digits.match(text).captured().toInt();
    }

    QValidator::State validate(QString &text, int &) const override
    {
        static const QRegularExpression number(u"-?\\d+"_s);
        const auto match = number.match(text);
        if (!match.hasMatch())
            return QValidator::Intermediate;
        const int value = match.captured().toInt();
        return value >= minimum() && value <= maximum() ? QValidator::Acceptable
                                                        : QValidator::Intermediate;
    }

private:
    const Setting &m_setting;
};

namespace {

QPushButton *stepButton(const QString &text, const QString &end)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    button->setAutoRepeat(true);
    button->setProperty("kind", u"segment"_s);
    button->setProperty("end", end);
    button->setProperty("narrow", true);
    button->setFixedWidth(30);
    return button;
}

} // namespace

StepBox::StepBox(const Setting &setting, QWidget *parent)
    : QWidget(parent)
    , m_setting(setting)
    , m_less(stepButton(u"−"_s, u"first"_s))
    , m_line(new StepLine(setting))
    , m_more(stepButton(u"+"_s, u"last"_s))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_less);
    row->addWidget(m_line);
    row->addWidget(m_more);
    setFocusProxy(m_line);
    setSpokenName(*m_less, [&setting] { return tr("%1, less").arg(setting.titleText()); });
    setSpokenName(*m_more, [&setting] { return tr("%1, more").arg(setting.titleText()); });
    connect(m_less, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_more, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_line, &QSpinBox::valueChanged, this, [this](int value) {
        updateButtons();
        emit chosen(value);
    });
    updateButtons();
}

int StepBox::value() const { return m_line->value(); }

void StepBox::setValue(int value)
{
    const QSignalBlocker blocker(m_line);
    m_line->setValue(value);
    updateButtons();
}

//! To the next whole step: from 105 to 110.
void StepBox::step(int by)
{
    const int step = m_setting.step;
    const int now = m_line->value();
    const int next = by > 0 ? (now / step + 1) * step : ((now - 1) / step) * step;
    m_line->setValue(std::clamp(next, m_setting.least, m_setting.most));
}

void StepBox::updateButtons()
{
    m_less->setEnabled(m_line->value() > m_setting.least);
    m_more->setEnabled(m_line->value() < m_setting.most);
}

void StepBox::retranslate()
{
    const QSignalBlocker blocker(m_line);
    const int value = m_line->value();
    m_line->setValue(value == m_setting.least ? value + 1 : value - 1); // shows it anew
    m_line->setValue(value);
    m_less->setToolTip(tr("Less"));
    m_more->setToolTip(tr("More"));
}

} // namespace modelscribe

#include "moc_stepbox.cpp"
