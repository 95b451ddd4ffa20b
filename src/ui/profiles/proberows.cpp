// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/proberows.h"

#include "connect/probewording.h"
#include "connect/serviceprobe.h"
#include "ui/profiles/checkrow.h"

#include <QVBoxLayout>

namespace modelscribe {

namespace {

CheckStep::State stepStateOf(const ProbeFinding &finding)
{
    switch (finding.state) {
    case ProbeFinding::State::Waiting: return CheckStep::State::Waiting;
    case ProbeFinding::State::Running: return CheckStep::State::Running;
    case ProbeFinding::State::Settled: return CheckStep::State::Passed;
    case ProbeFinding::State::Unsettled: return CheckStep::State::Warned;
    case ProbeFinding::State::NotTried: break;
    }
    return CheckStep::State::NotTried;
}

} // namespace

ProbeRows::ProbeRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(0);
    m_column->addStretch();
}

void ProbeRows::show(const ServiceProbe &probe)
{
    m_running = nullptr;
    const auto count = size_t(probe.findings().size());
    while (m_rows.size() < count) {
        auto *row = new CheckRow(this);
        m_column->insertWidget(m_column->count() - 1, row);
        m_rows.push_back(row);
    }
    for (size_t i = 0; i < count; ++i) {
        const ProbeFinding &finding = probe.findings()[qsizetype(i)];
        m_rows[i]->setLine({.state = stepStateOf(finding),
                            .title = probewording::title(finding.question),
                            .detail = probewording::came(finding),
                            .note = probewording::means(finding)});
        if (finding.state == ProbeFinding::State::Running)
            m_running = m_rows[i];
    }
}

} // namespace modelscribe

#include "moc_proberows.cpp"
