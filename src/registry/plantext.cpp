// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/plantext.h"

#include "core/jsontext.h"
#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Empty for a request that is completed later, such as reading back what is to be created.
QString targetOf(const Request &request)
{
    return request.check() ? QString::fromUtf8(request.target()) : QString();
}

} // namespace

QByteArray planAsJson(const SavePlan &plan)
{
    QByteArrayList entries;
    for (const SaveStep &step : plan.steps) {
        JsonObjectWriter writer;
        writer.add(u"Method", jsonString(QString::fromLatin1(step.request.verbName())));
        writer.add(u"Target", jsonString(targetOf(step.request)));
        if (step.request.body)
            writer.add(u"Body", *step.request.body);
        entries.append(writer.take());
    }
    return "[\n" + entries.join(",\n") + "\n]\n";
}

QString planAsHttp(const SavePlan &plan)
{
    QStringList texts;
    for (const SaveStep &step : plan.steps) {
        QString text = QString::fromLatin1(step.request.verbName()) + u' ' + targetOf(step.request)
                       + u'\n';
        if (step.request.body)
            text += u'\n' + JsonText(*step.request.body).toString() + u'\n';
        texts.append(text);
    }
    return texts.join(u'\n');
}

} // namespace modelscribe
