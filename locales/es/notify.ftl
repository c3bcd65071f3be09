### The words of the room `notify`: its pages, messages and errors.
