// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/text/jsontextedit.h"

#include <QPointer>

namespace modelscribe {

//! One action of the person, however many changes it makes: told once, when it is done.
class JsonTextEdit::Batch
{
public:
    explicit Batch(JsonTextEdit &edit)
        : m_edit(&edit)
    {
        ++edit.m_batch;
    }
    ~Batch()
    {
        if (m_edit && --m_edit->m_batch == 0)
            m_edit->tellEdited();
    }
    Batch(const Batch &) = delete;
    Batch &operator=(const Batch &) = delete;

private:
    QPointer<JsonTextEdit> m_edit;
};

} // namespace modelscribe
