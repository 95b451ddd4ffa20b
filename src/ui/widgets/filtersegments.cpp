// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filtersegments.h"

#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

FilterSegments::FilterSegments(int count, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        auto *button = new QPushButton(this);
        button->setProperty("kind", u"segment"_s);
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_buttons->addButton(button, i);
        row->addWidget(button);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, &FilterSegments::chosen);
}

void FilterSegments::setSegments(const QList<Segment> &segments)
{
    QFont bold = font(); // the chosen one is, and its neighbours stay where they are
    bold.setWeight(QFont::DemiBold);
    int first = -1;
    int last = -1;
    for (int i = 0; i < segments.size(); ++i) {
        QAbstractButton *button = m_buttons->button(i);
        const QString text = segments[i].name + u"  "_s + locale().toString(segments[i].count);
        if (button->text() != text) {
            button->setText(text);
            button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 26);
        }
        button->setVisible(segments[i].isShown);
        if (!segments[i].isShown)
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    for (int i = 0; i < segments.size(); ++i)
        setLook(m_buttons->button(i), "end",
                i == first  ? u"first"_s
                : i == last ? u"last"_s
                            : QString());
}

void FilterSegments::choose(int segment) { m_buttons->button(segment)->setChecked(true); }

} // namespace modelscribe

#include "moc_filtersegments.cpp"
